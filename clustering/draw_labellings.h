// Labellings as likely as the answers make them.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "answers/answers.h"

namespace crowdclust {

struct LabellingOptions {
  double scatter = 0.4;    // a of the partition model (M17)
  int searches = 10;       // each from its own start
  int samples = 4;         // labellings drawn after each search
  int anneal_sweeps = 40;  // of a search
  std::uint64_t seed = 1;
  int num_threads = 1;  // 0: all cores; never changes the result
};

// Draws labellings (N labels each, 0 or more) of the partition model: annealed searches, that may each end on
// another hill, and after each of them collapsed Gibbs samples (SearchPartition, SamplePartitions); samples
// by search. An item without rows is drawn from the Chinese restaurant process. `go_on` is told the share
// that is done, from any thread, and ends it by false; then nothing is drawn. Equal seed, equal labellings.
// O(searches * sweeps * rows).
std::vector<std::vector<int>> DrawLabellings(const Answers& answers, const LabellingOptions& options,
                                             const std::function<bool(double share)>& go_on = {});

}  // namespace crowdclust
