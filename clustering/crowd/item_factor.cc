#include "clustering/crowd/item_factor.h"

#include <Eigen/Cholesky>

#include "base/error.h"

namespace crowdclust {

using SmallMatrix =
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::ColMajor, kMaxDimensions, kMaxDimensions>;

void UpdateItem(double prior_variance, const ItemSums& sums, Eigen::Ref<Eigen::VectorXd> mean,
                Eigen::Ref<Eigen::VectorXd> variance) {
  const auto dimensions = static_cast<int>(mean.size());
  const int padded = PaddedDimensions(dimensions);
  SmallMatrix precision(dimensions, dimensions);
  for (int d = 0; d < dimensions; ++d) {
    for (int e = 0; e <= d; ++e) precision(d, e) = 2 * sums.precision[d * padded + e];
    precision(d, d) += 1 / prior_variance;
    variance[d] = 1 / precision(d, d);
    mean[d] = sums.linear[d];
  }
  const Eigen::LLT<Eigen::Ref<SmallMatrix>> factor(precision);
  if (factor.info() != Eigen::Success) throw NumericalError("an item's precision is not positive definite");
  factor.solveInPlace(mean);
  if (!mean.allFinite()) throw NumericalError("an item's position is not finite");
}

double GaussianDivergence(const Eigen::Ref<const Eigen::MatrixXd>& mean,
                          const Eigen::Ref<const Eigen::MatrixXd>& variance, double prior_variance) {
  const auto ratio = variance.array() / prior_variance;
  return 0.5 * (mean.array().square() / prior_variance + ratio - 1 - ratio.log()).sum();
}

}  // namespace crowdclust
