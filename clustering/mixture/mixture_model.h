// Fits the Dirichlet-process mixture: positions in, clusters and their number out.
#pragma once

#include <Eigen/Core>
#include <functional>
#include <vector>

#include "clustering/mixture/mixture_posterior.h"

namespace crowdclust {

struct MixtureOptions {
  double concentration = 1;  // alpha > 0: larger expects more clusters
  int max_sweeps = 200;      // of each run to convergence, at least 1
  double tolerance =
      1e-5;  // a run converges when gain <= tolerance * |bound|; a move is taken when gain > that
  int local_sweeps = 10;     // over the two halves of a component tried for a split
  int tries_per_move = 5;    // best candidates of each kind that are run to convergence
  int max_components = 200;  // no split beyond it
};

enum class MixtureStep { kSweep, kSplit, kMerge };

struct MixtureFit {
  MixturePosterior posterior;
  std::vector<MixtureStep> steps;     // each sweep, and each accepted split or merge once run to convergence
  std::vector<double> bound_of_step;  // never falling
};

// False ends the fit with what it has; asked after every run to convergence.
using MixtureProgress = std::function<bool(int num_components, double bound)>;

// Coordinate ascent from one component. Between runs to convergence every component is tried for a split
// along its principal axis and every pair for a merge; the best candidates by a quick score are run to
// convergence and the first that raises the bound is kept. Ends when none does. The columns of `positions` (D
// x N) are items. Deterministic. O(N K D^2) a sweep, some K candidates a move.
MixtureFit FitMixture(const Eigen::MatrixXd& positions, const MixtureOptions& options,
                      const MixtureProgress& progress = {});

}  // namespace crowdclust
