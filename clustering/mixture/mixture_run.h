// Sweeps from given components until the bound settles.
#pragma once

#include <Eigen/Core>
#include <limits>
#include <vector>

#include "clustering/mixture/component_factor.h"
#include "clustering/mixture/mixture_model.h"
#include "clustering/mixture/mixture_posterior.h"

namespace crowdclust {

// What every run over some positions needs.
struct MixtureItems {
  const Eigen::MatrixXd& positions;  // D x N
  const MixturePrior& prior;
  const MixtureOptions& options;
};

struct MixtureRun {
  std::vector<MixtureComponent> components;  // K
  std::vector<WeightedMoments> moments;      // K, of the items by the components' best responsibilities
  std::vector<double> bound_of_sweep;        // never falling

  double bound() const { return bound_of_sweep.back(); }
};

// Sweeps (M11, M12, M15) from components of these moments; ends after the sweep that gains no more than
// tolerance * |bound|, after max_sweeps, or when, from the third sweep on, twenty sweeps of the last one's
// gain would not lift the bound to `aim`. Throws NumericalError where the bound is not finite.
MixtureRun RunToConvergence(const MixtureItems& items, std::vector<WeightedMoments> moments,
                            double aim = -std::numeric_limits<double>::infinity());

}  // namespace crowdclust
