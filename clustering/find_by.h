// One function a method: what it makes of the known items.
#pragma once

#include <cstdint>
#include <vector>

#include "clustering/known_items.h"
#include "clustering/pipeline.h"

namespace crowdclust {

// What all methods work from. Items here are the known items 0..n-1.
struct Study {
  const KnownItems* known = nullptr;
  const PipelineOptions* options = nullptr;
  int dimensions = 2;         // D, resolved
  PartitionLayout partition;  //
  const PipelineCallback* callback = nullptr;
  const CheckpointScope* checkpoint = nullptr;

  std::uint64_t seed() const { return options->crowd.crowd.seed; }
  int num_threads() const { return options->crowd.crowd.num_threads; }
};

// What a method found; crowd, mixture, partition and labellings over the n known items.
struct Finding {
  std::vector<int> label;  // n, 0..K-1
  CrowdRestarts crowd;
  std::vector<int> used_dimensions;
  MixtureFit mixture;
  PartitionRestarts partition;
  std::vector<std::vector<int>> labellings;  // each n
  bool coarse = false;
};

// By the method of the options.
Finding FindBy(const Study& study);

}  // namespace crowdclust
