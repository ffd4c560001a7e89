// Labellings as likely as the answers make them.
#pragma once

#include <cstdint>
#include <vector>

#include "clustering/partition/partition_evidence.h"

namespace crowdclust {

struct PartitionSampleOptions {
  PartitionPrior prior = {};
  int samples = 10;
  int sweeps_before = 10;    // the first sample
  int sweeps_between = 3;    // that and each further one
  std::uint64_t seed = 1;    // with `stream`, names the draws
  std::uint64_t stream = 0;  // apart from the streams of searches
};

// Draws labellings (N labels each, 0 or more) from the posterior of the partition model by collapsed Gibbs
// sampling that starts from `label` (N, 0 or more). An item without rows is drawn from the Chinese restaurant
// process. Equal seed and stream, equal samples. Each sweep O(rows M + items K).
std::vector<std::vector<int>> SamplePartitions(const PartitionLayout& layout, const std::vector<int>& label,
                                               const PartitionSampleOptions& options);

}  // namespace crowdclust
