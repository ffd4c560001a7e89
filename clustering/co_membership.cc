#include "clustering/co_membership.h"

#include <algorithm>
#include <cstdint>

namespace crowdclust {
namespace {

// Items per pair of labels, and per label on either side; items with a label below 0 in `other` are left out.
struct Overlap {
  struct Both {
    std::uint64_t key = 0;  // of both labels
    double items = 0;
  };
  std::vector<Both> both;  // by rising (label, other)
  std::vector<double> in_label, in_other;
};

std::uint64_t KeyOf(int label, int other) {
  return static_cast<std::uint64_t>(label) << 32 | static_cast<std::uint32_t>(other);
}
std::size_t LabelOf(const Overlap::Both& both) { return both.key >> 32; }
std::size_t OtherOf(const Overlap::Both& both) { return both.key & 0xffffffff; }

Overlap CountOverlap(const std::vector<int>& label, const std::vector<int>& other) {
  Overlap overlap;
  std::vector<std::uint64_t> keys;
  keys.reserve(label.size());
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (other[i] >= 0) keys.push_back(KeyOf(label[i], other[i]));
  }
  if (keys.empty()) return overlap;
  overlap.in_label.resize(static_cast<std::size_t>(std::ranges::max(label)) + 1);
  overlap.in_other.resize(static_cast<std::size_t>(std::ranges::max(other)) + 1);
  std::ranges::sort(keys);
  for (const std::uint64_t key : keys) {
    if (overlap.both.empty() || overlap.both.back().key != key) overlap.both.push_back({key, 0});
    Overlap::Both& both = overlap.both.back();
    ++both.items;
    ++overlap.in_label[LabelOf(both)];
    ++overlap.in_other[OtherOf(both)];
  }
  return overlap;
}

double Jaccard(const Overlap& overlap, const Overlap::Both& both) {
  return both.items / (overlap.in_label[LabelOf(both)] + overlap.in_other[OtherOf(both)] - both.items);
}

}  // namespace

Eigen::MatrixXd CoMembership(std::span<const std::vector<int>> labellings) {
  const auto items = static_cast<Eigen::Index>(labellings.front().size());
  Eigen::MatrixXd share = Eigen::MatrixXd::Zero(items, items);
  for (const std::vector<int>& label : labellings) {
    const Eigen::Map<const Eigen::ArrayXi> labels(label.data(), items);
    for (Eigen::Index b = 0; b < items; ++b) share.col(b).array() += (labels == labels[b]).cast<double>();
  }
  share /= static_cast<double>(labellings.size());
  return share;
}

Eigen::VectorXd ItemStability(std::span<const std::vector<int>> labellings, const std::vector<int>& label) {
  Eigen::VectorXd sum = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(label.size()));
  for (const std::vector<int>& other : labellings) {
    const Overlap overlap = CountOverlap(label, other);
    for (std::size_t i = 0; i < label.size(); ++i) {
      if (other[i] < 0) continue;
      const auto both =
          std::ranges::lower_bound(overlap.both, KeyOf(label[i], other[i]), {}, &Overlap::Both::key);
      sum[static_cast<Eigen::Index>(i)] += Jaccard(overlap, *both);
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
    for (const Overlap::Both& both : overlap.both) {
      double& of_cluster = best[static_cast<Eigen::Index>(LabelOf(both))];
      of_cluster = std::max(of_cluster, Jaccard(overlap, both));
    }
    for (std::size_t cluster = 0; cluster < overlap.in_label.size(); ++cluster) {
      if (overlap.in_label[cluster] == 0) continue;
      sum[static_cast<Eigen::Index>(cluster)] += best[static_cast<Eigen::Index>(cluster)];
      ++times[static_cast<Eigen::Index>(cluster)];
    }
  }
  return sum.cwiseQuotient(times);
}

}  // namespace crowdclust
