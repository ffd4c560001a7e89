// q(v_k): how much of the stick each component breaks off.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "clustering/mixture/mixture_posterior.h"

namespace crowdclust {

// Sets the best q(v) for components that hold `weight` (K) items each: Beta(1 + N_k, alpha + the items of the
// components after k) (M11).
void UpdateSticks(double concentration, const Eigen::VectorXd& weight,
                  std::vector<MixtureComponent>* components);

// E[log pi_k] (K).
Eigen::VectorXd ExpectedLogWeights(const std::vector<MixtureComponent>& components);

// Kullback-Leibler divergence of all q(v_k) from Beta(1, alpha).
double StickDivergence(double concentration, const std::vector<MixtureComponent>& components);

// What UpdateSticks' optimum contributes to the bound: the sum over k of log B(1 + N_k, alpha + N_>k) - log
// B(1, alpha).
double StickEvidence(double concentration, const Eigen::VectorXd& weight);

}  // namespace crowdclust
