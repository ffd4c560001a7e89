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
  int free_sweeps = 40;     // sweeps at the prior given; then the workers' prior is learned with every sweep
  bool learn_prior = true;  // false keeps the prior given throughout
  int max_sweeps = 80;      // at least 1
  double tolerance =
      1e-5;  // stops when bound - previous bound <= tolerance * |bound|, on two sweeps in a row
  double start_variance = 0.1;  // of every factor at the start, > 0
  std::uint64_t seed = 1;       // with `stream`, names the random start
  std::uint64_t stream = 0;     //
  int num_threads = 1;          // does not change the result
};

enum class StopReason { kConverged, kMaxSweeps, kStopped };

// A fit between two sweeps, or ended: all that the next sweep needs.
struct CrowdFitState {
  CrowdPosterior posterior;
  WorkerPrior worker_prior;
  std::vector<double> bound_of_sweep;  // after each sweep, never falling; the last of an ended fit is the
                                       // posterior's own
  int small_gains = 0;                 // sweeps in a row that gained no more than the tolerance
  bool ended = false;
  StopReason stop_reason = StopReason::kMaxSweeps;  // of an ended fit
};

// Told after every sweep: what the bound is; false ends the fit with what it has. And, where `keep` is set,
// what the next sweep begins from.
struct CrowdProgress {
  std::function<bool(int sweep, double bound)> report = {};
  std::function<void(const CrowdFitState&)> keep = {};
};

// The start of the published method: x_i ~ N(0, I), every W_j = I, tau_j = 0.
CrowdPosterior StartCrowdPosterior(const CrowdLayout& layout, const CrowdOptions& options);

// Dimensions that the fit makes use of, ascending. The bound prunes a dimension that the answers do not pay
// for: all its weights and positions go to 0 and the positions' variances back to the prior's. One is used
// when these variances are below half the prior's on average.
std::vector<int> UsedDimensions(const CrowdPosterior& posterior, const CrowdPrior& prior);

// A fit before its first sweep, at the prior of the options.
CrowdFitState StartCrowdFit(CrowdPosterior start, const CrowdOptions& options);

// Coordinate ascent (M5 to M9) to the end: a sweep updates all items, then all workers. O(pairs D^2) a sweep.
// From a state that `keep` was told the fit ends with the same bits as without the halt. Throws
// NumericalError when the bound is not finite.
CrowdFitState FitCrowdModel(const CrowdLayout& layout, CrowdFitState state, const CrowdOptions& options,
                            const CrowdProgress& progress = {});

}  // namespace crowdclust
