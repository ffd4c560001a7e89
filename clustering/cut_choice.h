// How many clusters: the cut of a tree that the answers speak for.
#pragma once

#include <span>
#include <vector>

#include "clustering/partition/partition_layout.h"
#include "clustering/tree/cluster_tree.h"

namespace crowdclust {

struct CutChoice {
  std::vector<int> label;  // N, 0..num_clusters-1
  int num_clusters = 1;
  double scatter = 0;   // a of the highest evidence for these labels
  double evidence = 0;  // at that a (M19)
};

// Numbers of clusters worth trying for `most` leaves: 1 to 40, then each a tenth more than the one before.
std::vector<int> CandidateCounts(int most);

// The largest number of groups that anybody made in one assignment; 0 without assignments.
int FinestGrouping(const PartitionLayout& layout);

// Clusters of the labels among the items of an assignment, mean over assignments; 0 without assignments.
double MeanClustersShown(const PartitionLayout& layout, const std::vector<int>& label);

// Evidence of labels 0..K-1 with half the weight of the process (M19), at the best of kScatters. The process
// has concentration 1.
CutChoice WeighLabels(const PartitionLayout& layout, std::vector<int> label);

// The cut of highest evidence among the candidate counts whose clusters are no finer than people's groups:
// MeanClustersShown <= FinestGrouping. leaf_of_item (N) says which leaf stands for an item. With num_clusters
// > 0, the cut at that many (at most all leaves) instead. O(candidates rows log M).
CutChoice ChooseCut(const PartitionLayout& layout, const ClusterTree& tree, std::span<const int> leaf_of_item,
                    int num_clusters = 0);

// Labels of the items when the tree is cut at num_clusters.
std::vector<int> CutItems(const ClusterTree& tree, std::span<const int> leaf_of_item, int num_clusters);

}  // namespace crowdclust
