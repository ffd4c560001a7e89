// What fuzzing began with and what it found, replayed as tests.
#pragma once

#include <string_view>

namespace crowdclust::testing {

// A fuzz target and the folder of its texts below fuzz/corpus.
struct CorpusTarget {
  const char* name;
  void (*run)(std::string_view);
};

// Runs the target on every text of its folder: none may throw, and there are at least three.
void ReplayCorpus(const CorpusTarget& target);

}  // namespace crowdclust::testing
