// q(x_i): where an item lies.
#pragma once

#include <Eigen/Core>

#include "clustering/crowd/crowd_kernels.h"

namespace crowdclust {

// The best q(x_i) given all else (M6), from sums over all companions. Writes the item's mean and variance (D
// each). Throws NumericalError when the sums are not finite. O(D^3).
void UpdateItem(double prior_variance, const ItemSums& sums, Eigen::Ref<Eigen::VectorXd> mean,
                Eigen::Ref<Eigen::VectorXd> variance);

// Kullback-Leibler divergence of independent Gaussians (one column each) from N(0, prior_variance).
double GaussianDivergence(const Eigen::Ref<const Eigen::MatrixXd>& mean,
                          const Eigen::Ref<const Eigen::MatrixXd>& variance, double prior_variance);

}  // namespace crowdclust
