#include "clustering/crowd/pooled_start.h"

#include <algorithm>

namespace crowdclust {

CrowdPosterior PooledStart(CrowdLayout layout, const CrowdOptions& options, int sweeps) {
  const int workers = layout.num_workers;
  std::ranges::fill(layout.worker_of_assignment, 0);
  layout.first_of_worker = {0, static_cast<std::int64_t>(layout.worker_of_assignment.size())};
  std::ranges::sort(layout.assignment_of_worker);
  layout.num_workers = 1;
  CrowdOptions pooled = options;
  pooled.learn_prior = false;
  pooled.max_sweeps = sweeps;
  CrowdPosterior start = FitCrowdModel(layout, StartCrowdPosterior(layout, pooled), pooled).posterior;
  start.weight_mean = start.weight_mean.replicate(1, workers).eval();
  start.weight_variance = start.weight_variance.replicate(1, workers).eval();
  start.bias_mean = start.bias_mean.replicate(workers, 1).eval();
  start.bias_variance = start.bias_variance.replicate(workers, 1).eval();
  return start;
}

}  // namespace crowdclust
