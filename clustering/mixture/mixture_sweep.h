// One pass over all factors of the mixture.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "clustering/mixture/component_factor.h"
#include "clustering/mixture/mixture_posterior.h"

namespace crowdclust {

// Sets sticks and components to their best for items of these moments (M11, M12), heaviest component first.
std::vector<MixtureComponent> FitComponents(const MixturePrior& prior, std::vector<WeightedMoments> moments);

// The same for responsibilities (N x K), whose columns are put in that order. O(N K D^2).
MixturePosterior FitComponents(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                               const Eigen::MatrixXd& responsibility);

// Sets the responsibilities to their best for the rest (M15). Returns the bound of the result (M16): the sum
// over items of log sum_k exp(E[log pi_k] + E[log N(x_n; k)]), less the divergences. O(N K D^2).
double UpdateResponsibilities(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                              MixturePosterior* posterior, int num_threads = 1);

// Divergences of all sticks and components from their prior.
double MixtureDivergence(const MixturePrior& prior, const std::vector<MixtureComponent>& components);

// The bound at any posterior (M16): E[log p(x, z, v, mu, Lambda)] - E[log q].
double MixtureBound(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                    const MixturePosterior& posterior);

}  // namespace crowdclust
