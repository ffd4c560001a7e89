// q(W_j) and q(tau_j): how a worker sees the items, and how ready the worker is to put two together.
#pragma once

#include <Eigen/Core>

#include "clustering/crowd/crowd_kernels.h"
#include "clustering/crowd/crowd_posterior.h"

namespace crowdclust {

// One worker's part of a CrowdPosterior.
struct WorkerPosterior {
  Eigen::VectorXd weight_mean;      // P
  Eigen::VectorXd weight_variance;  // P
  double bias_mean = 0;
  double bias_variance = 0;
};

// The best q(W_j) (M7) and then, with it, the best q(tau_j) (M8), given the items and the slopes at which
// `sums` were taken; both raise the bound at those slopes. `sums` are over all of the worker's assignments.
// Throws NumericalError where they are not finite. O(P^3).
WorkerPosterior UpdateWorker(const WorkerPrior& prior, int dimensions, double bias_mean,
                             const WorkerSums& sums);

// The zero-mean prior of the published model (M3, M4).
WorkerPrior MakeWorkerPrior(const CrowdPrior& prior, int dimensions);

// The prior that makes the bound largest for the workers' factors (M10): for every entry the mean of the
// workers' means, and the mean of their variances and squared distances from it.
WorkerPrior LearnWorkerPrior(const CrowdPosterior& posterior);

// Kullback-Leibler divergence of all q(W_j) and q(tau_j) from the prior.
double WorkerDivergence(const WorkerPrior& prior, const CrowdPosterior& posterior);

}  // namespace crowdclust
