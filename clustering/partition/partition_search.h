// Searches for the clustering of highest evidence (M18).
#pragma once

#include <cstdint>
#include <vector>

#include "clustering/partition/partition_evidence.h"

namespace crowdclust {

struct PartitionSearchOptions {
  PartitionPrior prior = {};
  int anneal_sweeps = 200;       // sweeps from the first temperature to 0
  double first_temperature = 8;  // > 0
  int max_greedy_sweeps = 100;   // at temperature 0, at most
  std::uint64_t seed = 1;        // with `stream`, names the draws
  std::uint64_t stream = 0;
};

struct PartitionSearch {
  std::vector<int> cluster_of_item;  // N, 0..K-1, none empty
  int num_clusters = 0;
  double evidence = 0;  // of these labels
};

// Annealed collapsed Gibbs sampling from all items in one cluster, then greedy moves of items and merges of
// clusters until none raises the evidence. O(rows (M + K)) a sweep.
PartitionSearch SearchPartition(const PartitionLayout& layout, const PartitionSearchOptions& options);

// Each item's probability of its own cluster, all other labels given (N). O(rows (M + K)).
std::vector<double> LabelProbabilities(const PartitionLayout& layout, const PartitionPrior& prior,
                                       const std::vector<int>& cluster_of_item);

}  // namespace crowdclust
