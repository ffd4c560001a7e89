// Searches for the clustering of highest evidence (M18).
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

#include "clustering/partition/partition_evidence.h"

namespace crowdclust {

struct PartitionSearchOptions {
  PartitionPrior prior = {};
  int anneal_sweeps = 100;       // sweeps from the first temperature to 0
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

// A search between two sweeps of its cooling: the labels after the first `sweeps` of them.
struct PartitionSearchState {
  int sweeps = 0;
  std::vector<int> label;
};

// Told after every sweep, `sweeps` of at most `all`: false ends the search with what it has. And, where
// `keep` is set, what the next sweep of the cooling begins from.
struct PartitionSearchProgress {
  std::function<bool(int sweeps, int all)> report = {};
  std::function<void(const PartitionSearchState&)> keep = {};
};

// All items in one cluster, before the first sweep.
PartitionSearchState StartPartitionSearch(const PartitionLayout& layout);

// These labels (N), 0 or more, where the search has cooled down to temperature 1: it mends them and does not
// forget them.
PartitionSearchState StartPartitionSearch(std::vector<int> label, const PartitionSearchOptions& options);

// Annealed collapsed Gibbs sampling, then greedy moves of items and merges of clusters until none raises the
// evidence. O(rows M + items K) a sweep. From a state that `keep` was told the search ends as without the
// halt.
PartitionSearch SearchPartition(const PartitionLayout& layout, PartitionSearchState state,
                                const PartitionSearchOptions& options,
                                const PartitionSearchProgress& progress = {});

// The same from the start.
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
// counts in the probabilities too. O(rows M + items K).
std::vector<ItemPlacing> PlaceItems(const PartitionLayout& layout, const PartitionPrior& prior,
                                    const std::vector<int>& cluster_of_item);

}  // namespace crowdclust
