// Fits the crowd model: answers in, positions and views out.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "clustering/crowd/crowd_layout.h"
#include "clustering/crowd/crowd_posterior.h"

namespace crowdclust {

struct CrowdOptions {
  int dimensions = 4;       // D, 1 to kMaxDimensions
  CrowdPrior prior = {};    //
  int free_sweeps = 70;     // sweeps at the prior given; then the workers' prior is learned with every sweep
  bool learn_prior = true;  // false keeps the prior given throughout
  int max_sweeps = 150;     // at least 1
  double tolerance =
      1e-5;  // stops when bound - previous bound <= tolerance * |bound|, on two sweeps in a row
  double start_variance = 0.1;  // of every factor at the start, > 0
  std::uint64_t seed = 1;       // with `stream`, names the random start
  std::uint64_t stream = 0;     //
  int num_threads = 1;          // does not change the result
};

enum class StopReason { kConverged, kMaxSweeps, kStopped };

struct CrowdFit {
  CrowdPosterior posterior;
  std::vector<double> bound_of_sweep;  // after each sweep, never falling; the last is the posterior's own
  StopReason stop_reason = StopReason::kMaxSweeps;
};

// Told after every sweep; false ends the fit with what it has.
using CrowdProgress = std::function<bool(int sweep, double bound)>;

// The start of the published method: x_i ~ N(0, I), every W_j = I, tau_j = 0.
CrowdPosterior StartCrowdPosterior(const CrowdLayout& layout, const CrowdOptions& options);

// Dimensions that the fit makes use of, ascending. The bound prunes a dimension that the answers do not pay
// for: all its weights and positions go to 0 and the positions' variances back to the prior's. One is used
// when these variances are below half the prior's on average.
std::vector<int> UsedDimensions(const CrowdPosterior& posterior, const CrowdPrior& prior);

// Coordinate ascent from `start` (M5 to M9): a sweep updates all items, then all workers. O(pairs D^2) a
// sweep. Throws NumericalError when the bound is not finite.
CrowdFit FitCrowdModel(const CrowdLayout& layout, CrowdPosterior start, const CrowdOptions& options,
                       const CrowdProgress& progress = {});

}  // namespace crowdclust
