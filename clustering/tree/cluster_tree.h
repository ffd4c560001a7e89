// A tree of merges over leaves: what a linkage finds.
#pragma once

#include <vector>

namespace crowdclust {

// Nodes 0..num_leaves-1 are the leaves; merge m makes node num_leaves + m of its two children.
struct ClusterTree {
  struct Merge {
    int first = 0;      // child, the one with the lower lowest leaf
    int second = 0;     // child
    double height = 0;  // dissimilarity at which they merge; never below that of the children
  };
  int num_leaves = 0;
  std::vector<Merge> merges;  // num_leaves - 1, by ascending height (num_leaves >= 1)
};

// Labels of the leaves when the last num_clusters - 1 merges are undone; 1 <= num_clusters <= num_leaves.
// Labels are 0..num_clusters-1 in order of their lowest leaf. O(leaves).
std::vector<int> CutTree(const ClusterTree& tree, int num_clusters);

// Puts merges found in any order that respects the tree into the order of their heights (earlier ones first
// at a tie) and renumbers the nodes. Merge m names its children as above.
ClusterTree OrderMerges(int num_leaves, const std::vector<ClusterTree::Merge>& merges);

}  // namespace crowdclust
