// What the clusters would have been with other people's answers.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "answers/answers.h"
#include "base/checkpoint.h"

namespace crowdclust {

// Called after every sweep, from any thread, with the share of the work that is done; false ends it.
using BootstrapCallback = std::function<bool(double share)>;

// Labels (N each; -1 for an item without a pair in the sample) by a short search of the partition model with
// this scatter (60 sweeps) on assignments drawn with replacement, one labelling a sample. Does not depend on
// the number of threads.
std::vector<std::vector<int>> BootstrapLabellings(const Answers& answers, double scatter, int samples,
                                                  std::uint64_t seed, int num_threads,
                                                  const BootstrapCallback& callback = {},
                                                  const CheckpointScope& checkpoint = {});

}  // namespace crowdclust
