#include "report/run_summary.h"

#include <algorithm>
#include <atomic>
#include <limits>

#include "clustering/bootstrap.h"
#include "clustering/co_membership.h"
#include "clustering/hierarchy.h"
#include "clustering/work_ahead.h"

namespace crowdclust {
namespace {

Eigen::VectorXd StabilityOfItems(const PipelineResult& result) {
  Eigen::VectorXd stability =
      Eigen::VectorXd::Constant(static_cast<Eigen::Index>(result.clustering.cluster_of_item.size()),
                                std::numeric_limits<double>::quiet_NaN());
  if (result.labellings.size() < 2) return stability;
  const Eigen::VectorXd all = ItemStability(result.labellings, result.clustering.cluster_of_item);
  for (const int item : result.known) stability[item] = all[item];
  return stability;
}

// Where in the whole run its stages end, 0 to 1.
struct StageShares {
  double find = 1;
  double held_out = 1;
};

StageShares SharesOf(const Answers& answers, const PipelineOptions& options,
                     const RunSummaryOptions& summary_options) {
  const WorkAhead work = EstimateWork(SizeOf(answers), options);
  const double of_folds =
      FitsOf(summary_options.held_out) * (work.crowd / options.crowd.restarts + work.partition / 2);
  const double bootstraps = work.partition / options.partition_restarts / 2 * summary_options.bootstraps;
  const double all = work.all() + of_folds + bootstraps;
  return {work.all() / all, (work.all() + of_folds) / all};
}

// The callback told of a stage that is the part from..to of the run.
PipelineCallback Within(const PipelineCallback& callback, double from, double to) {
  if (!callback) return {};
  return [&callback, from, to](const PipelineProgress& now) {
    PipelineProgress whole = now;
    whole.share = from + (to - from) * now.share;
    return callback(whole);
  };
}

}  // namespace

RunSummary SummariseRun(const Answers& answers, const PipelineOptions& options,
                        const RunSummaryOptions& summary_options, const PipelineCallback& callback,
                        const CheckpointScope& checkpoint) {
  RunSummary summary;
  const StageShares shares = SharesOf(answers, options, summary_options);
  summary.result =
      FindClusters(answers, options, Within(callback, 0, shares.find), checkpoint.Under("all answers"));
  const PipelineResult& result = summary.result;
  const Clustering& clustering = result.clustering;
  if (summary_options.held_out.folds >= 2 && !result.stopped)
    summary.held_out =
        ScoreHeldOut(answers, options, result, summary_options.held_out,
                     Within(callback, shares.find, shares.held_out), checkpoint.Under("held out"));
  summary.blocks = FitBlockModel(answers, clustering.cluster_of_item, clustering.num_clusters);
  std::atomic<bool> stopped = result.stopped || summary.held_out.stopped;
  const auto go_on = [&](double share) {
    const double now = shares.held_out + share * (1 - shares.held_out);
    if (callback && !callback({.stage = "bootstrap", .share = now})) stopped = true;
    return !stopped;
  };
  std::vector<std::vector<int>> bootstraps;
  if (!stopped && go_on(0)) {
    BootstrapOptions bootstrap{.samples = summary_options.bootstraps,
                               .search = options.partition,
                               .start = {},
                               .num_threads = options.crowd.crowd.num_threads};
    // Of many items a short search finds the clusters from near them alone.
    if (result.coarse) bootstrap.start = clustering.cluster_of_item;
    bootstrap.search.prior.scatter = result.scatter;
    bootstrap.search.anneal_sweeps = std::max(1, options.partition.anneal_sweeps / 2);
    bootstrap.search.seed = options.crowd.crowd.seed;
    bootstraps = BootstrapLabellings(answers, bootstrap, go_on, checkpoint.Under("bootstrap"));
    if (stopped) bootstraps.clear();  // some were cut short
  }
  summary.stopped = stopped;
  std::vector<std::vector<int>> restarts;
  if (result.labellings.size() > 1) restarts = result.labellings;
  summary.clusters = SummariseClusters(answers, clustering, summary.blocks, restarts, bootstraps);
  summary.words = WordsOfClusters(answers, clustering);
  summary.workers = SummariseWorkers(answers, clustering);
  summary.tree = LinkByTogetherness(summary.blocks);
  summary.level_of_worker = LevelsOfWorkers(answers, clustering, summary.tree);
  summary.item_stability = StabilityOfItems(result);
  return summary;
}

}  // namespace crowdclust
