#include "report/run_summary.h"

#include <limits>

#include "clustering/bootstrap.h"
#include "clustering/co_membership.h"
#include "clustering/hierarchy.h"

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

}  // namespace

RunSummary SummariseRun(const Answers& answers, const PipelineOptions& options,
                        const RunSummaryOptions& summary_options, const PipelineCallback& callback) {
  RunSummary summary;
  summary.result = FindClusters(answers, options, callback);
  const PipelineResult& result = summary.result;
  const Clustering& clustering = result.clustering;
  if (summary_options.held_out.folds >= 2 && !result.stopped)
    summary.held_out = ScoreHeldOut(answers, options, result, summary_options.held_out, callback);
  summary.blocks = FitBlockModel(answers, clustering.cluster_of_item, clustering.num_clusters);
  const bool go_on =
      !result.stopped && !summary.held_out.stopped && (!callback || callback({.stage = "bootstrap"}));
  std::vector<std::vector<int>> bootstraps;
  if (go_on) {
    bootstraps = BootstrapLabellings(answers, result.scatter, summary_options.bootstraps,
                                     options.crowd.crowd.seed, options.crowd.crowd.num_threads);
  }
  std::vector<std::vector<int>> restarts;
  if (result.labellings.size() > 1) restarts = result.labellings;
  summary.clusters = SummariseClusters(answers, clustering, summary.blocks, restarts, bootstraps);
  summary.workers = SummariseWorkers(answers, clustering);
  summary.tree = LinkByTogetherness(summary.blocks);
  summary.level_of_worker = LevelsOfWorkers(answers, clustering, summary.tree);
  summary.item_stability = StabilityOfItems(result);
  return summary;
}

}  // namespace crowdclust
