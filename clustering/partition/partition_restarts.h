// The best of several searches for a partition.
#pragma once

#include <array>
#include <vector>

#include "clustering/partition/partition_search.h"

namespace crowdclust {

// Values of the scatter a that are tried in turn; the evidence chooses among them.
inline constexpr std::array<double, 5> kScatters = {0.1, 0.2, 0.4, 0.8, 1.6};

struct PartitionRestarts {
  std::vector<PartitionSearch> runs;  // in the order of their streams
  std::vector<double> scatter;        // a of each run
  int best = 0;                       // highest evidence, the first at a tie
};

// Runs `restarts` searches, run r with stream r and scatter kScatters[r mod 5]; the scatter in `options` is
// not used. The result does not depend on the number of threads.
PartitionRestarts RestartPartition(const PartitionLayout& layout, const PartitionSearchOptions& options,
                                   int restarts, int num_threads);

}  // namespace crowdclust
