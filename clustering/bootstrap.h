// What the clusters would have been with other people's answers.
#pragma once

#include <functional>
#include <vector>

#include "answers/answers.h"
#include "base/checkpoint.h"
#include "clustering/partition/partition_search.h"

namespace crowdclust {

struct BootstrapOptions {
  int samples = 10;
  PartitionSearchOptions search;  // of each; its stream is the sample's number
  std::vector<int> start;         // labels (N) to begin from; empty: all items in one cluster
  int num_threads = 1;
};

// Called after every sweep, from any thread, with the share of the work that is done; false ends it.
using BootstrapCallback = std::function<bool(double share)>;

// Labels (N each; -1 for an item without a pair in the sample) by a search of the partition model on
// assignments drawn with replacement, one labelling a sample. Does not depend on the number of threads.
std::vector<std::vector<int>> BootstrapLabellings(const Answers& answers, const BootstrapOptions& options,
                                                  const BootstrapCallback& callback = {},
                                                  const CheckpointScope& checkpoint = {});

}  // namespace crowdclust
