#include "clustering/tree/linkage.h"

#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace crowdclust {
namespace {

// The dissimilarity of the merged cluster to another; Ward works on squares.
double Updated(LinkageRule rule, double to_first, double to_second, double between, double first,
               double second, double other) {
  if (rule == LinkageRule::kAverage) return (first * to_first + second * to_second) / (first + second);
  return ((first + other) * to_first + (second + other) * to_second - other * between) /
         (first + second + other);
}

// The nearest live row to `row`; at a tie `preferred`, then the lowest.
Eigen::Index Nearest(const Eigen::MatrixXd& distance, const std::vector<Eigen::Index>& live, Eigen::Index row,
                     Eigen::Index preferred) {
  Eigen::Index nearest = preferred;
  double least = preferred >= 0 ? distance(preferred, row) : std::numeric_limits<double>::infinity();
  for (const Eigen::Index other : live) {
    if (other != row && distance(other, row) < least) {
      least = distance(other, row);
      nearest = other;
    }
  }
  return nearest;
}

}  // namespace

ClusterTree LinkClusters(Eigen::MatrixXd&& dissimilarity, LinkageRule rule, const Eigen::VectorXd& weight) {
  Eigen::MatrixXd distance = std::move(dissimilarity);
  const Eigen::Index count = distance.rows();
  Eigen::VectorXd size = weight.size() > 0 ? weight : Eigen::VectorXd::Ones(count);
  if (rule == LinkageRule::kWard) {
    for (Eigen::Index b = 0; b < count; ++b) {
      distance.col(b) =
          (distance.col(b).array().square() * 2 * size.array() * size[b] / (size.array() + size[b]))
              .matrix()
              .eval();
    }
  }
  std::vector<Eigen::Index> live(static_cast<std::size_t>(count));
  std::vector<int> node(static_cast<std::size_t>(count));
  for (Eigen::Index i = 0; i < count; ++i) {
    live[static_cast<std::size_t>(i)] = i;
    node[static_cast<std::size_t>(i)] = static_cast<int>(i);
  }
  std::vector<ClusterTree::Merge> merges;
  std::vector<Eigen::Index> chain;
  while (live.size() > 1) {
    if (chain.empty()) chain.push_back(live.front());
    for (;;) {
      const Eigen::Index before = chain.size() > 1 ? chain[chain.size() - 2] : -1;
      const Eigen::Index nearest = Nearest(distance, live, chain.back(), before);
      if (nearest == before) break;
      chain.push_back(nearest);
    }
    const Eigen::Index gone = chain.back(), kept = chain[chain.size() - 2];
    chain.resize(chain.size() - 2);
    const double between = distance(kept, gone);
    merges.push_back({node[static_cast<std::size_t>(kept)], node[static_cast<std::size_t>(gone)],
                      rule == LinkageRule::kWard ? std::sqrt(std::max(between, 0.0)) : between});
    std::erase(live, gone);
    for (const Eigen::Index other : live) {
      if (other == kept) continue;
      const double updated = Updated(rule, distance(other, kept), distance(other, gone), between, size[kept],
                                     size[gone], size[other]);
      distance(other, kept) = distance(kept, other) = updated;
    }
    size[kept] += size[gone];
    node[static_cast<std::size_t>(kept)] =
        static_cast<int>(count + static_cast<Eigen::Index>(merges.size()) - 1);
  }
  return OrderMerges(static_cast<int>(count), merges);
}

}  // namespace crowdclust
