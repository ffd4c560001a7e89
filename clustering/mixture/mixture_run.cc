#include "clustering/mixture/mixture_run.h"

#include <cmath>
#include <utility>

#include "base/error.h"
#include "clustering/mixture/item_sweep.h"
#include "clustering/mixture/mixture_sweep.h"

namespace crowdclust {

MixtureRun RunToConvergence(const MixtureItems& items, std::vector<WeightedMoments> moments, double aim) {
  MixtureRun run;
  run.moments = std::move(moments);
  for (int sweep = 0; sweep < items.options.max_sweeps; ++sweep) {
    run.components = FitComponents(items.prior, std::move(run.moments));
    ItemSweep swept = SweepItems(items.positions, {}, run.components, items.options.num_threads);
    run.moments = std::move(swept.moments);
    const double bound = swept.log_evidence - MixtureDivergence(items.prior, run.components);
    if (!std::isfinite(bound)) throw NumericalError("the bound of the mixture is not finite");
    const double gain = sweep > 0 ? bound - run.bound() : std::numeric_limits<double>::infinity();
    run.bound_of_sweep.push_back(bound);
    const bool settled = gain <= items.options.tolerance * std::abs(bound);
    const bool hopeless = sweep >= 2 && bound + 20 * gain < aim;
    if (settled || hopeless) break;
  }
  return run;
}

}  // namespace crowdclust
