#include "clustering/cluster_summary.h"

#include <algorithm>
#include <limits>

#include "clustering/baselines/co_association.h"
#include "clustering/co_membership.h"

namespace crowdclust {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMedoids = 3;

// Sum of an item's similarity to the others of its cluster; pairs never seen at the base rate.
double Centrality(const CoAssociation& all, const Clustering& clustering, int item, int others) {
  const auto cluster = [&clustering](int i) {
    return clustering.cluster_of_item[static_cast<std::size_t>(i)];
  };
  double sum = all.base_rate * others;
  for (const CoAssociation::Meeting& pair : all.MeetingsOf(item)) {
    if (cluster(pair.other) == cluster(item)) sum += all.Similarity(pair) - all.base_rate;
  }
  return sum;
}

std::vector<int> Medoids(const CoAssociation& all, const Clustering& clustering, std::vector<int> items) {
  std::vector<double> centrality(clustering.cluster_of_item.size());
  for (const int item : items) {
    centrality[static_cast<std::size_t>(item)] =
        Centrality(all, clustering, item, static_cast<int>(items.size()) - 1);
  }
  std::ranges::stable_sort(items, std::greater<>(),
                           [&centrality](int item) { return centrality[static_cast<std::size_t>(item)]; });
  if (items.size() > kMedoids) items.resize(kMedoids);
  return items;
}

void FindNearest(const BlockModel& blocks, int k, ClusterSummary* summary) {
  summary->nearest_togetherness = kNaN;
  for (int l = 0; l < blocks.rate.cols(); ++l) {
    if (l == k || (summary->nearest >= 0 && blocks.rate(k, l) <= summary->nearest_togetherness)) continue;
    summary->nearest = l;
    summary->nearest_togetherness = blocks.rate(k, l);
  }
}

}  // namespace

std::vector<ClusterSummary> SummariseClusters(const Answers& answers, const Clustering& clustering,
                                              const BlockModel& blocks,
                                              std::span<const std::vector<int>> restart_labellings,
                                              std::span<const std::vector<int>> bootstrap_labellings) {
  const CoAssociation all = CountCoAssociation(answers);
  const Eigen::VectorXd by_restart = ClusterStability(restart_labellings, clustering.cluster_of_item),
                        by_bootstrap = ClusterStability(bootstrap_labellings, clustering.cluster_of_item);
  std::vector<ClusterSummary> summaries;
  const std::vector<std::vector<int>> items = ItemsOfClusters(clustering);
  for (int k = 0; k < clustering.num_clusters; ++k) {
    const std::vector<int>& own = items[static_cast<std::size_t>(k)];
    ClusterSummary summary;
    summary.size = static_cast<int>(own.size());
    summary.restart_stability = by_restart[k];
    summary.bootstrap_stability = by_bootstrap[k];
    summary.cohesion = own.size() > 1 ? blocks.rate(k, k) : kNaN;
    FindNearest(blocks, k, &summary);
    summary.medoids = Medoids(all, clustering, own);
    summaries.push_back(std::move(summary));
  }
  return summaries;
}

}  // namespace crowdclust
