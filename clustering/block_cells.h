// Pairs of items counted by the clusters of both: of an assignment, and of each worker.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "answers/answers.h"

namespace crowdclust {

// One worker's answers about one pair of clusters, k <= l.
struct BlockCell {
  int first = 0;    // cluster k
  int second = 0;   // cluster l
  double seen = 0;  // pairs of items, one of each cluster, that the worker was shown together
  double same = 0;  // of these, put together
  // What the pairs count: 2 / n each where n items of the two clusters were shown, since a partition of n
  // items says about n things and not n (n - 1) / 2.
  double weight = 0;
  double same_weight = 0;  // of this, put together
};

// Counts assignments one after the other in memory taken once.
struct BlockCounter {
  std::vector<BlockCell> cell;  // of the assignment counted last: what it has pairs of, by (first, second)

  // What the counting works with.
  struct Run {  // items of one cluster in one group
    std::uint32_t group = 0;
    double items = 0;
  };
  struct Part {  // items of one cluster: runs first..last-1
    int cluster = 0;
    std::size_t first = 0, last = 0;
    double items = 0;
  };
  std::vector<std::uint64_t> key;
  std::vector<Run> run;
  std::vector<Part> part;
};

// Items with a label below 0 are passed over. O(M log M + (clusters there)^2 groups).
void CountBlocks(std::span<const int> items, std::span<const int> groups, std::span<const int> label_of_item,
                 BlockCounter* counter);

// The cells of workers 0..num_workers-1, the others have none: the sums over the worker's assignments in
// order. label_of_item (N) are below num_labels.
struct CellsOfWorkers {
  std::vector<std::int64_t> first;  // J + 1
  std::vector<BlockCell> cell;      // by worker, by (first, second)
};
CellsOfWorkers CountCells(const Answers& answers, std::span<const int> label_of_item, int num_labels,
                          int num_workers);

}  // namespace crowdclust
