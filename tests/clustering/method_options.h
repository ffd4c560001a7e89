// Options of the pipeline for tests.
#pragma once

#include "clustering/bootstrap.h"
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

// Samples of a short search.
inline BootstrapOptions Bootstraps(int samples, int num_threads) {
  BootstrapOptions options{.samples = samples, .search = {}, .start = {}, .num_threads = num_threads};
  options.search.prior.scatter = 0.4;
  options.search.anneal_sweeps = 60;
  options.search.seed = TestSeed();
  return options;
}

}  // namespace crowdclust::testing
