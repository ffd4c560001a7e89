// q(mu_k, Lambda_k): where a component lies and how wide it is.
#pragma once

#include <Eigen/Core>

#include "clustering/mixture/mixture_posterior.h"

namespace crowdclust {

// What a component's items say: their number, mean and scatter about it, weighted.
struct WeightedMoments {
  double weight = 0;
  Eigen::VectorXd mean;     // D; zero without weight
  Eigen::MatrixXd scatter;  // D x D: sum of w (x - mean)(x - mean)'
};

// Moments of the columns of `positions` (D x N) with weights (N, >= 0). O(N D^2).
WeightedMoments MomentsOf(const Eigen::MatrixXd& positions, const Eigen::Ref<const Eigen::VectorXd>& weight);

// Moments of two sets of items together.
WeightedMoments Pool(const WeightedMoments& a, const WeightedMoments& b);

// Sets the best q(mu, Lambda) for its items (M12); the stick is left alone.
void UpdateComponent(const MixturePrior& prior, const WeightedMoments& moments, MixtureComponent* component);

// E[log N(x_n; mu, Lambda^-1)] for every column of `positions` (M13). O(N D^2).
Eigen::VectorXd ExpectedLogDensity(const MixtureComponent& component, const Eigen::MatrixXd& positions);

// The same as a function of x: constant - |whitening (x - mean)|^2.
struct ExpectedDensity {
  double constant = 0;
  Eigen::VectorXd mean;  // D
  Eigen::MatrixXd
      whitening;  // D x D, lower triangle: sqrt(degrees / 2) times the inverse of B's Cholesky factor
};
ExpectedDensity MakeExpectedDensity(const MixtureComponent& component);

// Kullback-Leibler divergence of q(mu, Lambda) from its prior (M14).
double ComponentDivergence(const MixturePrior& prior, const MixtureComponent& component);

// log p(items | one component): what UpdateComponent's optimum contributes to the bound. Equals the expected
// log densities less the divergence, both at that optimum.
double ComponentEvidence(const MixturePrior& prior, const WeightedMoments& moments);

}  // namespace crowdclust
