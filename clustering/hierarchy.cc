#include "clustering/hierarchy.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "clustering/tree/linkage.h"

namespace crowdclust {
namespace {

double PairsOfCount(double n) { return n * (n - 1) / 2; }

// What the adjusted Rand index adds up: pairs together in both, by chance, and at most.
struct Sums {
  double index = 0, expected = 0, largest = 0;
};

void AddAssignment(std::span<const int> labels, std::span<const int> groups, Sums* sums) {
  std::map<std::pair<int, int>, double> both;
  std::map<int, double> in_label, in_group;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    ++both[{labels[i], groups[i]}];
    ++in_label[labels[i]];
    ++in_group[groups[i]];
  }
  double index = 0, by_label = 0, by_group = 0;
  for (const auto& [pair, n] : both) index += PairsOfCount(n);
  for (const auto& [label, n] : in_label) by_label += PairsOfCount(n);
  for (const auto& [group, n] : in_group) by_group += PairsOfCount(n);
  sums->index += index;
  sums->expected += by_label * by_group / PairsOfCount(static_cast<double>(labels.size()));
  sums->largest += (by_label + by_group) / 2;
}

// Pooled over assignments; 1 where groups and labels are alike and chance could not have done else.
double Agreement(const Sums& sums) {
  const double room = sums.largest - sums.expected;
  if (room > 1e-12) return (sums.index - sums.expected) / room;
  return sums.index >= sums.largest - 1e-12 ? 1 : 0;
}

}  // namespace

ClusterTree LinkByTogetherness(const BlockModel& blocks) {
  return LinkClusters((1 - blocks.rate.array()).matrix(), LinkageRule::kAverage);
}

std::string Newick(const ClusterTree& tree) {
  std::vector<std::string> text;
  std::vector<double> height(static_cast<std::size_t>(tree.num_leaves));
  for (int leaf = 0; leaf < tree.num_leaves; ++leaf) text.push_back(fmt::format("cluster{}", leaf));
  for (const ClusterTree::Merge& merge : tree.merges) {
    const auto first = static_cast<std::size_t>(merge.first), second = static_cast<std::size_t>(merge.second);
    text.push_back(fmt::format("({}:{:.6g},{}:{:.6g})", text[first], merge.height - height[first],
                               text[second], merge.height - height[second]));
    height.push_back(merge.height);
  }
  return text.back() + ";";
}

std::vector<int> LevelsOfWorkers(const Answers& answers, const Clustering& clustering,
                                 const ClusterTree& tree) {
  std::vector<int> level(static_cast<std::size_t>(answers.num_workers()));
  std::vector<double> best(level.size(), -2);
  for (int count = 1; count <= tree.num_leaves; ++count) {
    const std::vector<int> cut = CutTree(tree, count);
    std::vector<Sums> sums(level.size());
    std::vector<bool> answered(level.size());
    for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
      if (answers.RowsOf(p) < 2) continue;
      const auto worker = static_cast<std::size_t>(answers.worker_of_assignment[static_cast<std::size_t>(p)]);
      std::vector<int> labels;
      for (const int item : answers.ItemsOf(p))
        labels.push_back(
            cut[static_cast<std::size_t>(clustering.cluster_of_item[static_cast<std::size_t>(item)])]);
      AddAssignment(labels, answers.GroupsOf(p), &sums[worker]);
      answered[worker] = true;
    }
    for (std::size_t j = 0; j < level.size(); ++j) {
      if (!answered[j] || Agreement(sums[j]) <= best[j] + 1e-12) continue;
      best[j] = Agreement(sums[j]);
      level[j] = count;
    }
  }
  return level;
}

}  // namespace crowdclust
