// q(x_i): where an item lies.
#pragma once

#include <Eigen/Core>

#include "clustering/crowd/crowd_posterior.h"

namespace crowdclust {

// E[x x'] of a Gaussian with independent coordinates, packed (P).
void PackedSecondMoment(const double* mean, const double* variance, int dimensions, double* packed);

// The best q(x_i) given all else (M6): the precision of the pairs is 2 `precision_sum` (P, packed, entries
// off the diagonal doubled), the linear term `linear_sum` (D), both as AddItemSums leaves them. Writes the
// item's mean and variance (D each). Throws NumericalError when the sums are not finite. O(D^3).
void UpdateItem(double prior_variance, const double* precision_sum, const double* linear_sum,
                Eigen::Ref<Eigen::VectorXd> mean, Eigen::Ref<Eigen::VectorXd> variance);

// Kullback-Leibler divergence of independent Gaussians (one column each) from N(0, prior_variance).
double GaussianDivergence(const Eigen::Ref<const Eigen::MatrixXd>& mean,
                          const Eigen::Ref<const Eigen::MatrixXd>& variance, double prior_variance);

}  // namespace crowdclust
