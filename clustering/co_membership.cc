#include "clustering/co_membership.h"

#include <algorithm>
#include <map>
#include <utility>

namespace crowdclust {
namespace {

// Items per pair of labels, and per label on either side; items with a label below 0 in `other` are left out.
struct Overlap {
  std::map<std::pair<int, int>, double> both;  // (label, other)
  std::map<int, double> in_label, in_other;
};

Overlap CountOverlap(const std::vector<int>& label, const std::vector<int>& other) {
  Overlap overlap;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (other[i] < 0) continue;
    ++overlap.both[{label[i], other[i]}];
    ++overlap.in_label[label[i]];
    ++overlap.in_other[other[i]];
  }
  return overlap;
}

double Jaccard(const Overlap& overlap, int label, int other, double both) {
  return both / (overlap.in_label.at(label) + overlap.in_other.at(other) - both);
}

}  // namespace

Eigen::MatrixXd CoMembership(std::span<const std::vector<int>> labellings) {
  const auto items = static_cast<Eigen::Index>(labellings.front().size());
  Eigen::MatrixXd share = Eigen::MatrixXd::Zero(items, items);
  for (const std::vector<int>& label : labellings) {
    const Eigen::Map<const Eigen::ArrayXi> labels(label.data(), items);
    for (Eigen::Index b = 0; b < items; ++b) share.col(b).array() += (labels == labels[b]).cast<double>();
  }
  return share / static_cast<double>(labellings.size());
}

Eigen::VectorXd ItemStability(std::span<const std::vector<int>> labellings, const std::vector<int>& label) {
  Eigen::VectorXd sum = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(label.size()));
  for (const std::vector<int>& other : labellings) {
    const Overlap overlap = CountOverlap(label, other);
    for (std::size_t i = 0; i < label.size(); ++i) {
      if (other[i] < 0) continue;
      sum[static_cast<Eigen::Index>(i)] +=
          Jaccard(overlap, label[i], other[i], overlap.both.at({label[i], other[i]}));
    }
  }
  return sum / static_cast<double>(labellings.size());
}

Eigen::VectorXd ClusterStability(std::span<const std::vector<int>> labellings,
                                 const std::vector<int>& label) {
  Eigen::VectorXd sum = Eigen::VectorXd::Zero(label.empty() ? 0 : *std::ranges::max_element(label) + 1);
  Eigen::VectorXd times = Eigen::VectorXd::Zero(sum.size());
  for (const std::vector<int>& other : labellings) {
    const Overlap overlap = CountOverlap(label, other);
    Eigen::VectorXd best = Eigen::VectorXd::Zero(sum.size());
    for (const auto& [pair, both] : overlap.both)
      best[pair.first] = std::max(best[pair.first], Jaccard(overlap, pair.first, pair.second, both));
    for (const auto& [cluster, size] : overlap.in_label) {
      sum[cluster] += best[cluster];
      ++times[cluster];
    }
  }
  return sum.cwiseQuotient(times);
}

}  // namespace crowdclust
