// One pass over all factors of the crowd model.
#pragma once

#include <vector>

#include "clustering/crowd/crowd_layout.h"
#include "clustering/crowd/crowd_posterior.h"

namespace crowdclust {

// A posterior and, for every slot of the layout, how its worker sees its item; the latter follows from the
// former and is kept current by the functions below.
struct CrowdState {
  const CrowdLayout* layout = nullptr;
  double item_prior_variance = 1;
  WorkerPrior worker_prior;
  CrowdPosterior posterior;
  // Assignment p of stride S owns P x S doubles from slot_of_assignment[p] * P (D x S for the pulls).
  std::vector<double> seen_second_moment;
  std::vector<double> pull;
};

// `layout` must outlive the state. O(rows D^3).
CrowdState MakeCrowdState(const CrowdLayout& layout, const CrowdPrior& prior, CrowdPosterior posterior,
                          int num_threads);

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
void AdoptWorkers(WorkerSweep&& sweep, CrowdState* state, int num_threads);

}  // namespace crowdclust
