#include "clustering/crowd/pooled_start.h"

#include <utility>

namespace crowdclust {

PooledFit MakePooledFit(const CrowdLayout& layout, const CrowdOptions& options, int sweeps) {
  PooledFit pooled{PooledLayout(layout), options};
  pooled.options.learn_prior = false;
  pooled.options.max_sweeps = sweeps;
  return pooled;
}

CrowdPosterior SpreadOverWorkers(CrowdPosterior pooled, int num_workers) {
  pooled.weight_mean = pooled.weight_mean.replicate(1, num_workers).eval();
  pooled.weight_variance = pooled.weight_variance.replicate(1, num_workers).eval();
  pooled.bias_mean = pooled.bias_mean.replicate(num_workers, 1).eval();
  pooled.bias_variance = pooled.bias_variance.replicate(num_workers, 1).eval();
  return pooled;
}

}  // namespace crowdclust
