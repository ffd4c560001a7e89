// How an assignment's groups agree with the clusters at every level of the clusters' tree.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "clustering/tree/cluster_tree.h"
#include "metrics/rand_index.h"

namespace crowdclust {

// The leaves of a tree side by side such that every cut is cuts between neighbours.
struct LeafOrder {
  std::vector<int> place_of_leaf;  // K
  // Leaves at places i and i + 1 are in different clusters from this number of clusters on, 2..K; no two
  // alike.
  std::vector<int> parted_from;  // K - 1
};
LeafOrder OrderLeaves(const ClusterTree& tree);

// Memory taken once for many assignments.
struct LevelScratch {
  std::vector<std::uint64_t> key;       // place of the leaf, group
  std::vector<int> place;               // of the leaves present
  std::vector<std::int64_t> items;      // of each present leaf's cluster
  std::vector<std::int64_t> in_group;   // leaves present x groups
  std::vector<std::size_t> first_leaf;  // of the cluster that a present leaf is in
  std::vector<std::pair<int, std::size_t>> merge;
};

// Adds to sums[c] (K + 1) the agreement of the groups with the cut into c clusters, c = 1..K, to the bit what
// CountPairAgreement gives of each cut. At least two rows; groups are 0, 1, ….
// O(K + M log M + M groups), not K M.
void AddLevels(const LeafOrder& order, std::span<const int> leaf_of_row, std::span<const int> group_of_row,
               LevelScratch* scratch, std::vector<PairAgreement>* sums);

}  // namespace crowdclust
