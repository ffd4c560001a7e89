// Searches for the clustering of highest evidence (M18).
#pragma once

#include <cstdint>
#include <limits>
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

// How surely an item lies where it lies, all other labels given.
struct ItemPlacing {
  double probability = 1;         // of its own cluster
  int second = -1;                // the next best of the other clusters; -1 where there is none
  double second_probability = 0;  //
  // log (weight of its own / of the second); infinite without a second, below 0 where the second is better
  double margin = std::numeric_limits<double>::infinity();
};

// One placing an item (N), for labels 0..K-1. A cluster of its own that the item might leave for an empty one
// counts in the probabilities too. O(rows (M + K)).
std::vector<ItemPlacing> PlaceItems(const PartitionLayout& layout, const PartitionPrior& prior,
                                    const std::vector<int>& cluster_of_item);

}  // namespace crowdclust
