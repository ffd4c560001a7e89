// Labellings as likely as the answers make them.
#pragma once

#include <cstdint>
#include <vector>

#include "clustering/partition/partition_evidence.h"

namespace crowdclust {

struct PartitionSampleOptions {
  PartitionPrior prior = {};
  int chains = 4;          // from the start, each on its own
  int samples = 10;        // of each chain
  int sweeps_before = 10;  // of a chain before its first sample
  int sweeps_between = 3;  // before each further one
  std::uint64_t seed = 1;
  std::uint64_t first_stream = 0;  // chain c draws from stream first_stream + c of the seed's chains
  int num_threads = 1;
};

// Draws labellings (N labels each, 0 or more) from the posterior of the partition model by collapsed Gibbs
// sampling that starts from `label` (N, 0 or more): chains * samples of them, chain by chain. An item without
// rows is drawn from the Chinese restaurant process. Equal seed, equal samples, for any number of threads.
// Each sweep O(rows M + items K).
std::vector<std::vector<int>> SamplePartitions(const PartitionLayout& layout, const std::vector<int>& label,
                                               const PartitionSampleOptions& options);

}  // namespace crowdclust
