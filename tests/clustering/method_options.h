// Options of the pipeline for tests.
#pragma once

#include "clustering/pipeline.h"
#include "tests/testing/test_seed.h"

namespace crowdclust::testing {

inline PipelineOptions MethodOptions(int threads, ClusterMethod method = ClusterMethod::kAuto) {
  PipelineOptions options;
  options.method = method;
  options.crowd.crowd.seed = TestSeed();
  options.crowd.crowd.num_threads = threads;
  return options;
}

}  // namespace crowdclust::testing
