#include "clustering/worker_summary.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "base/stats.h"
#include "clustering/assignment_table.h"
#include "clustering/assignments_of_workers.h"
#include "clustering/block_model.h"
#include "clustering/matrix_agreement.h"
#include "clustering/others_views.h"
#include "metrics/rand_index.h"

namespace crowdclust {
namespace {

// What a shuffle test adds up over assignments.
struct Shuffled {
  double above = 0;  // sum less mean
  double variance = 0;

  void Add(const MatrixAgreement& agreement) {
    above += agreement.sum - agreement.mean;
    variance += agreement.variance;
  }
  double Z() const { return variance > 0 ? above / std::sqrt(variance) : kNaN; }
};

// Sums over one worker's assignments.
struct Tally {
  std::int64_t assignments = 0, pairs = 0, agreeing = 0;
  PairAgreement pooled;
  std::vector<double> extra_groups, seconds;
  Shuffled clusters, others;
  double room = 0;  // how far above shuffled items the clusters themselves would be
};

void AddAssignment(std::span<const int> clusters, std::span<const int> groups, const OthersView& others,
                   std::vector<std::uint64_t>* scratch, Tally* tally) {
  const AssignmentTable table = CountAssignmentTable(clusters, groups, scratch);
  const auto items = static_cast<double>(clusters.size());
  const double pairs = items * (items - 1) / 2, both = table.in_both / 2,
               in_cluster = table.by_cluster.total / 2, in_group = table.by_group.total / 2;
  tally->agreeing += static_cast<std::int64_t>(pairs + 2 * both - in_cluster - in_group);
  const PairAgreement agreement = AgreementOfPairs(both, in_cluster, in_group, pairs);
  tally->pooled.index += agreement.index;
  tally->pooled.expected += agreement.expected;
  tally->pooled.most += agreement.most;
  tally->clusters.Add(AgreeByMoments(items, table.in_both, table.by_cluster, table.by_group));
  const MatrixAgreement in_full =
      AgreeByMoments(items, table.by_cluster.total, table.by_cluster, table.by_cluster);
  tally->room += in_full.sum - in_full.mean;
  tally->others.Add(AgreeByMoments(items, others.within, others.moments, table.by_group));
  tally->extra_groups.push_back(table.groups - table.clusters);
}

double Median(std::vector<double> values) {
  if (values.empty()) return kNaN;
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : 0.5 * (values[middle - 1] + values[middle]);
}

// Whether grouping as the clusters do would have been seen to be no chance.
bool MayShow(const Tally& tally) {
  return tally.clusters.variance > 0 && tally.room / std::sqrt(tally.clusters.variance) > 2 * kMostRandomZ;
}

WorkerSummary Summarise(const Tally& tally) {
  WorkerSummary summary;
  summary.assignments = tally.assignments;
  summary.pairs = tally.pairs;
  summary.agreement =
      tally.pairs == 0 ? kNaN : static_cast<double>(tally.agreeing) / static_cast<double>(tally.pairs);
  const double room = tally.pooled.most - tally.pooled.expected;
  summary.adjusted_agreement = room > 0 ? (tally.pooled.index - tally.pooled.expected) / room : kNaN;
  const auto count = static_cast<double>(tally.extra_groups.size());
  double sum = 0, squares = 0;
  for (const double extra : tally.extra_groups) sum += extra;
  summary.extra_groups = count > 0 ? sum / count : kNaN;
  for (const double extra : tally.extra_groups) squares += (extra - sum / count) * (extra - sum / count);
  const double half = count > 1 ? 1.959963984540054 * std::sqrt(squares / (count - 1) / count) : kNaN;
  summary.extra_groups_low = summary.extra_groups - half;
  summary.extra_groups_high = summary.extra_groups + half;
  summary.median_seconds = Median(tally.seconds);
  summary.clusters_z = tally.clusters.Z();
  summary.others_z = tally.others.Z();
  const bool follows = summary.clusters_z > kMostRandomZ || summary.others_z > kMostRandomZ;
  summary.random = !follows && MayShow(tally);
  return summary;
}

}  // namespace

std::vector<WorkerSummary> SummariseWorkers(const Answers& answers, const Clustering& clustering) {
  const Eigen::MatrixXd rate =
      FitBlockRates(answers, clustering.cluster_of_item, clustering.num_clusters).rate;
  const std::vector<OthersView> others = ViewsOfOthers(answers, clustering, rate);
  const AssignmentsOfWorkers assignments = GroupByWorker(answers);
  std::vector<WorkerSummary> summaries;
  std::vector<int> clusters;
  std::vector<std::uint64_t> scratch;
  for (int worker = 0; worker < answers.num_workers(); ++worker) {
    Tally tally;
    for (const int p : assignments.Of(worker)) {
      const auto at = static_cast<std::size_t>(p);
      ++tally.assignments;
      tally.pairs += PairsOf(answers.RowsOf(p));
      if (std::isfinite(answers.seconds[at])) tally.seconds.push_back(answers.seconds[at]);
      if (answers.RowsOf(p) < 2) continue;
      clusters.clear();
      for (const int item : answers.ItemsOf(p))
        clusters.push_back(clustering.cluster_of_item[static_cast<std::size_t>(item)]);
      AddAssignment(clusters, answers.GroupsOf(p), others[at], &scratch, &tally);
    }
    summaries.push_back(Summarise(tally));
  }
  return summaries;
}

}  // namespace crowdclust
