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

CrowdFitState StartCrowdFit(CrowdPosterior start, const CrowdOptions& options) {
  CrowdFitState state;
  state.worker_prior = MakeWorkerPrior(options.prior, start.dimensions());
  state.posterior = std::move(start);
  return state;
}

CrowdFitState FitCrowdModel(const CrowdLayout& layout, CrowdFitState fit, const CrowdOptions& options,
                            const CrowdProgress& progress) {
  if (fit.ended) return fit;
  CrowdState state = MakeCrowdState(layout, options.prior, std::move(fit.posterior));
  state.worker_prior = std::move(fit.worker_prior);
  const auto end = [&](StopReason reason) {
    fit.ended = true;
    fit.stop_reason = reason;
    fit.posterior = std::move(state.posterior);
    fit.worker_prior = std::move(state.worker_prior);
    if (progress.keep && reason != StopReason::kStopped) progress.keep(fit);
    return std::move(fit);
  };
  for (;;) {
    SweepItems(&state, options.num_threads);
    WorkerSweep workers = SweepWorkers(state, options.num_threads);
    if (!std::isfinite(workers.bound)) throw NumericalError("the bound of the crowd model is not finite");
    const double gain =
        fit.bound_of_sweep.empty() ? std::abs(workers.bound) : workers.bound - fit.bound_of_sweep.back();
    fit.bound_of_sweep.push_back(workers.bound);
    const auto sweeps = static_cast<int>(fit.bound_of_sweep.size());
    fit.small_gains = gain <= options.tolerance * std::abs(workers.bound) ? fit.small_gains + 1 : 0;
    if (fit.small_gains == 2) return end(StopReason::kConverged);
    if (progress.report && !progress.report(sweeps, workers.bound)) return end(StopReason::kStopped);
    if (sweeps >= options.max_sweeps) return end(StopReason::kMaxSweeps);
    AdoptWorkers(std::move(workers), &state);
    if (options.learn_prior && sweeps >= options.free_sweeps)
      state.worker_prior = LearnWorkerPrior(state.posterior);
    if (progress.keep) {
      fit.posterior = state.posterior;
      fit.worker_prior = state.worker_prior;
      progress.keep(fit);
    }
  }
}

}  // namespace crowdclust
