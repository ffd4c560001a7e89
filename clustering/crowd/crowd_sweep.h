// One pass over all factors of the crowd model.
#pragma once

#include <vector>

#include "clustering/crowd/crowd_kernels.h"
#include "clustering/crowd/crowd_layout.h"
#include "clustering/crowd/crowd_posterior.h"

namespace crowdclust {

// A posterior and the same numbers in the order that the kernels read; the functions below keep both alike.
struct CrowdState {
  const CrowdLayout* layout = nullptr;
  CrowdKernels kernels{};
  double item_prior_variance = 1;
  WorkerPrior worker_prior;
  CrowdPosterior posterior;
  Eigen::MatrixXd item_row;     // 2 D' x (N + 1): every item's means, then its variances; last zeros
  Eigen::MatrixXd worker_view;  // 2 D' D' x J: every worker's E[W], then the variances of its entries
  bool beyond_caches = false;   // these are so large that they are asked for ahead
};

// `layout` must outlive the state. O(N D + J D^2).
CrowdState MakeCrowdState(const CrowdLayout& layout, const CrowdPrior& prior, CrowdPosterior posterior);

// Updates every q(x_i) once (M6), class after class. Never lowers the bound. O(pairs D^2).
void SweepItems(CrowdState* state, int num_threads);

// The bound at the state's posterior, every constant included (M9), and the workers' factors one update (M7,
// M8) ahead of it: the pairs need to be passed over once for both. O(pairs D^2 + rows D^4 + workers D^6).
struct WorkerSweep {
  double bound = 0;
  Eigen::MatrixXd weight_mean, weight_variance;  // P x J
  Eigen::VectorXd bias_mean, bias_variance;      // J
};
WorkerSweep SweepWorkers(const CrowdState& state, int num_threads);

// Makes the updated workers the state's own.
void AdoptWorkers(WorkerSweep&& sweep, CrowdState* state);

}  // namespace crowdclust
