#include "clustering/cluster_summary.h"

#include <algorithm>
#include <functional>

#include "base/stats.h"
#include "clustering/baselines/item_meetings.h"
#include "clustering/co_membership.h"

namespace crowdclust {
namespace {

constexpr std::size_t kMedoids = 3;

// For each item the sum of its similarity to the others of its cluster; pairs never seen at the base rate.
std::vector<double> Centralities(const Answers& answers, const Clustering& clustering,
                                 const std::vector<std::vector<int>>& items_of_cluster) {
  const std::vector<int>& cluster = clustering.cluster_of_item;
  const double base_rate = ShareTogether(answers);
  const ItemPlaces places = PlaceItems(answers);
  ItemMeetings meetings = NoMeetings(answers.num_items());
  std::vector<double> centrality(cluster.size());
  std::vector<int> own;  // companions in the item's cluster
  for (std::size_t i = 0; i < cluster.size(); ++i) {
    CountMeetings(answers, places, static_cast<int>(i), &meetings);
    own.clear();
    for (const int other : meetings.companion) {
      if (cluster[static_cast<std::size_t>(other)] == cluster[i]) own.push_back(other);
    }
    std::ranges::sort(own);
    const auto others = items_of_cluster[static_cast<std::size_t>(cluster[i])].size() - 1;
    centrality[i] = base_rate * static_cast<double>(others);
    for (const int other : own) {
      const ItemMeetings::Count& count = meetings.with[static_cast<std::size_t>(other)];
      centrality[i] += (count.same + base_rate) / (count.seen + 1) - base_rate;
    }
  }
  return centrality;
}

std::vector<int> Medoids(const std::vector<double>& centrality, std::vector<int> items) {
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
  const Eigen::VectorXd by_restart = ClusterStability(restart_labellings, clustering.cluster_of_item),
                        by_bootstrap = ClusterStability(bootstrap_labellings, clustering.cluster_of_item);
  std::vector<ClusterSummary> summaries;
  const std::vector<std::vector<int>> items = ItemsOfClusters(clustering);
  const std::vector<double> centrality = Centralities(answers, clustering, items);
  for (int k = 0; k < clustering.num_clusters; ++k) {
    const std::vector<int>& own = items[static_cast<std::size_t>(k)];
    ClusterSummary summary;
    summary.size = static_cast<int>(own.size());
    summary.restart_stability = by_restart[k];
    summary.bootstrap_stability = by_bootstrap[k];
    summary.cohesion = own.size() > 1 ? blocks.rate(k, k) : kNaN;
    FindNearest(blocks, k, &summary);
    summary.medoids = Medoids(centrality, own);
    summaries.push_back(std::move(summary));
  }
  return summaries;
}

}  // namespace crowdclust
