#include "clustering/worker_summary.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "clustering/baselines/co_association.h"
#include "clustering/block_model.h"
#include "clustering/matrix_agreement.h"
#include "metrics/rand_index.h"

namespace crowdclust {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

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

Eigen::MatrixXd ClusterMatrix(std::span<const int> cluster) {
  const auto n = static_cast<Eigen::Index>(cluster.size());
  const Eigen::Map<const Eigen::ArrayXi> of(cluster.data(), n);
  Eigen::MatrixXd same(n, n);
  for (Eigen::Index b = 0; b < n; ++b) same.col(b) = (of == of[b]).cast<double>();
  return same;
}

// What the answers say as a whole.
struct Everybody {
  CoAssociation pairs;
  BlockModel blocks;
};

// The other workers' share together of each pair, shrunk by one pair to that of its clusters, less the
// latter.
Eigen::MatrixXd OthersMatrix(const Everybody& all, std::span<const int> items, std::span<const int> groups,
                             std::span<const int> cluster) {
  const auto n = static_cast<Eigen::Index>(items.size());
  Eigen::MatrixXd share = Eigen::MatrixXd::Zero(n, n);
  for (Eigen::Index a = 0; a < n; ++a) {
    const auto meetings = all.pairs.MeetingsOf(items[static_cast<std::size_t>(a)]);
    for (Eigen::Index b = 0; b < n; ++b) {
      if (a == b) continue;
      const auto met = std::ranges::lower_bound(meetings, items[static_cast<std::size_t>(b)], {},
                                                &CoAssociation::Meeting::other);
      const bool own = groups[static_cast<std::size_t>(a)] == groups[static_cast<std::size_t>(b)];
      const double rate =
          all.blocks.rate(cluster[static_cast<std::size_t>(a)], cluster[static_cast<std::size_t>(b)]);
      share(a, b) = (met->same - own + rate) / met->seen - rate;  // seen counts the own answer: + 1 - 1
    }
  }
  return share;
}

void AddAssignment(std::span<const int> items, std::span<const int> groups, const Clustering& clustering,
                   const Everybody& all, Tally* tally) {
  std::vector<int> cluster;
  for (const int item : items) cluster.push_back(clustering.cluster_of_item[static_cast<std::size_t>(item)]);
  const Eigen::MatrixXd by_clusters = ClusterMatrix(cluster);
  const Contingency table = CountContingency(cluster, groups);
  const PairAgreement pairs = CountPairAgreement(table);
  tally->agreeing += PairsAmong(table.num_items) + 2 * PairsWithin(table.count) -
                     PairsWithin(table.row_total) - PairsWithin(table.column_total);
  tally->pooled.index += pairs.index;
  tally->pooled.expected += pairs.expected;
  tally->pooled.most += pairs.most;
  const MatrixAgreement with_clusters = AgreeWithMatrix(by_clusters, groups),
                        in_full = AgreeWithMatrix(by_clusters, cluster);
  tally->clusters.Add(with_clusters);
  tally->room += in_full.sum - in_full.mean;
  tally->others.Add(AgreeWithMatrix(OthersMatrix(all, items, groups, cluster), groups));
  tally->extra_groups.push_back(NumUsed(table.column_total) - NumUsed(table.row_total));
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
  const Everybody all{CountCoAssociation(answers),
                      FitBlockRates(answers, clustering.cluster_of_item, clustering.num_clusters)};
  std::vector<Tally> tallies(static_cast<std::size_t>(answers.num_workers()));
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto at = static_cast<std::size_t>(p);
    Tally& tally = tallies[static_cast<std::size_t>(answers.worker_of_assignment[at])];
    ++tally.assignments;
    tally.pairs += PairsOf(answers.RowsOf(p));
    if (std::isfinite(answers.seconds[at])) tally.seconds.push_back(answers.seconds[at]);
    if (answers.RowsOf(p) >= 2)
      AddAssignment(answers.ItemsOf(p), answers.GroupsOf(p), clustering, all, &tally);
  }
  std::vector<WorkerSummary> summaries;
  for (const Tally& tally : tallies) summaries.push_back(Summarise(tally));
  return summaries;
}

}  // namespace crowdclust
