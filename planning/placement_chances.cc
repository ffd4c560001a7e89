#include "planning/placement_chances.h"

#include <algorithm>
#include <cstddef>

namespace crowdclust {
namespace {

// For each cluster of a labelling the one of `clusters` that it shares most items with.
std::vector<Eigen::Index> MatchClusters(const Clustering& clusters, const std::vector<int>& label) {
  const int most = label.empty() ? 0 : std::ranges::max(label) + 1;
  Eigen::MatrixXi shared = Eigen::MatrixXi::Zero(clusters.num_clusters, most);
  for (std::size_t i = 0; i < label.size(); ++i) ++shared(clusters.cluster_of_item[i], label[i]);
  std::vector<Eigen::Index> matches(static_cast<std::size_t>(most));
  for (int c = 0; c < most; ++c) shared.col(c).maxCoeff(&matches[static_cast<std::size_t>(c)]);
  return matches;
}

}  // namespace

Eigen::MatrixXd PlacementChances(const Clustering& clusters,
                                 const std::vector<std::vector<int>>& labellings) {
  constexpr double kEveryCluster = 1e-3;
  const auto items = static_cast<Eigen::Index>(clusters.cluster_of_item.size());
  Eigen::MatrixXd chance = Eigen::MatrixXd::Constant(clusters.num_clusters, items, kEveryCluster);
  for (const std::vector<int>& label : labellings) {
    const std::vector<Eigen::Index> matches = MatchClusters(clusters, label);
    for (std::size_t i = 0; i < label.size(); ++i)
      chance(matches[static_cast<std::size_t>(label[i])], static_cast<Eigen::Index>(i)) += 1;
  }
  for (Eigen::Index i = 0; i < items; ++i) chance.col(i) /= chance.col(i).sum();
  return chance;
}

Eigen::VectorXd ChancesOfNewItem(const Clustering& clusters) {
  constexpr double kEveryCluster = 0.5;
  Eigen::VectorXd chance = Eigen::VectorXd::Constant(clusters.num_clusters, kEveryCluster);
  for (const int c : clusters.cluster_of_item) chance[c] += 1;
  return chance / chance.sum();
}

}  // namespace crowdclust
