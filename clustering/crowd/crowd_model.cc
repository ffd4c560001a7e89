#include "clustering/crowd/crowd_model.h"

#include <cmath>
#include <utility>

#include "base/error.h"
#include "base/random.h"
#include "clustering/crowd/crowd_sweep.h"
#include "clustering/crowd/worker_factors.h"

namespace crowdclust {

CrowdPosterior StartCrowdPosterior(const CrowdLayout& layout, const CrowdOptions& options) {
  Random random(options.seed, options.stream);
  const int dimensions = options.dimensions;
  CrowdPosterior start;
  start.item_mean.resize(dimensions, layout.num_items);
  for (int i = 0; i < layout.num_items; ++i) {
    for (int d = 0; d < dimensions; ++d) start.item_mean(d, i) = random.Normal();
  }
  start.item_variance.setConstant(dimensions, layout.num_items, options.start_variance);
  start.weight_mean.setZero(PackedSize(dimensions), layout.num_workers);
  for (int d = 0; d < dimensions; ++d) start.weight_mean.row(PackedIndex(d, d)).setOnes();
  start.weight_variance.setConstant(PackedSize(dimensions), layout.num_workers, options.start_variance);
  start.bias_mean.setZero(layout.num_workers);
  start.bias_variance.setConstant(layout.num_workers, options.start_variance);
  return start;
}

std::vector<int> UsedDimensions(const CrowdPosterior& posterior, const CrowdPrior& prior) {
  std::vector<int> used;
  for (int d = 0; d < posterior.dimensions(); ++d) {
    if (posterior.item_variance.row(d).mean() < 0.5 * prior.item_variance) used.push_back(d);
  }
  return used;
}

CrowdFit FitCrowdModel(const CrowdLayout& layout, CrowdPosterior start, const CrowdOptions& options,
                       const CrowdProgress& progress) {
  CrowdState state = MakeCrowdState(layout, options.prior, std::move(start), options.num_threads);
  CrowdFit fit;
  int small_gains = 0;
  while (static_cast<int>(fit.bound_of_sweep.size()) < options.max_sweeps) {
    SweepItems(&state, options.num_threads);
    WorkerSweep workers = SweepWorkers(state, options.num_threads);
    if (!std::isfinite(workers.bound)) throw NumericalError("the bound of the crowd model is not finite");
    const double gain =
        fit.bound_of_sweep.empty() ? std::abs(workers.bound) : workers.bound - fit.bound_of_sweep.back();
    fit.bound_of_sweep.push_back(workers.bound);
    small_gains = gain <= options.tolerance * std::abs(workers.bound) ? small_gains + 1 : 0;
    if (small_gains == 2) {
      fit.stop_reason = StopReason::kConverged;
      break;
    }
    if (progress && !progress(static_cast<int>(fit.bound_of_sweep.size()), workers.bound)) {
      fit.stop_reason = StopReason::kStopped;
      break;
    }
    if (static_cast<int>(fit.bound_of_sweep.size()) < options.max_sweeps) {
      AdoptWorkers(std::move(workers), &state, options.num_threads);
      const bool learn =
          options.learn_prior && static_cast<int>(fit.bound_of_sweep.size()) >= options.free_sweeps;
      if (learn) state.worker_prior = LearnWorkerPrior(state.posterior);
    }
  }
  fit.posterior = std::move(state.posterior);
  return fit;
}

}  // namespace crowdclust
