#include "clustering/tree/cluster_tree.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace crowdclust {

std::vector<int> CutTree(const ClusterTree& tree, int num_clusters) {
  assert(num_clusters >= 1 && num_clusters <= tree.num_leaves);
  const auto leaves = static_cast<std::size_t>(tree.num_leaves);
  const std::size_t kept = leaves - static_cast<std::size_t>(num_clusters);
  // From the top down every node takes its parent's top node.
  std::vector<std::size_t> top(leaves + kept);
  std::iota(top.begin(), top.end(), std::size_t{0});
  for (std::size_t m = kept; m-- > 0;) {
    top[static_cast<std::size_t>(tree.merges[m].first)] = top[leaves + m];
    top[static_cast<std::size_t>(tree.merges[m].second)] = top[leaves + m];
  }
  std::vector<int> label_of_top(leaves + kept, -1), label;
  int next = 0;
  for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
    int& known = label_of_top[top[leaf]];
    if (known < 0) known = next++;
    label.push_back(known);
  }
  return label;
}

ClusterTree OrderMerges(int num_leaves, const std::vector<ClusterTree::Merge>& merges) {
  std::vector<ClusterTree::Merge> raised = merges;
  std::vector<int> lowest(static_cast<std::size_t>(num_leaves) + merges.size());
  std::iota(lowest.begin(), lowest.begin() + num_leaves, 0);
  for (std::size_t m = 0; m < raised.size(); ++m) {
    const int first = raised[m].first, second = raised[m].second;
    lowest[static_cast<std::size_t>(num_leaves) + m] =
        std::min(lowest[static_cast<std::size_t>(first)], lowest[static_cast<std::size_t>(second)]);
    for (const int child : {first, second}) {  // rounding may put a parent a hair below its child
      if (child >= num_leaves)
        raised[m].height =
            std::max(raised[m].height, raised[static_cast<std::size_t>(child - num_leaves)].height);
    }
  }
  std::vector<std::size_t> order(raised.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&raised](std::size_t m) { return raised[m].height; });
  std::vector<int> place(raised.size());
  for (std::size_t at = 0; at < order.size(); ++at) place[order[at]] = static_cast<int>(at);
  ClusterTree tree{num_leaves, {}};
  for (const std::size_t m : order) {
    ClusterTree::Merge merge = raised[m];
    if (lowest[static_cast<std::size_t>(merge.second)] < lowest[static_cast<std::size_t>(merge.first)])
      std::swap(merge.first, merge.second);
    for (int* child : {&merge.first, &merge.second}) {
      if (*child >= num_leaves) *child = num_leaves + place[static_cast<std::size_t>(*child - num_leaves)];
    }
    tree.merges.push_back(merge);
  }
  return tree;
}

}  // namespace crowdclust
