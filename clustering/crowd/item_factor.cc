#include "clustering/crowd/item_factor.h"

#include <Eigen/Cholesky>

#include "base/error.h"

namespace crowdclust {

using SmallMatrix =
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::ColMajor, kMaxDimensions, kMaxDimensions>;

void PackedSecondMoment(const double* mean, const double* variance, int dimensions, double* packed) {
  for (int e = 0; e < dimensions; ++e) {
    for (int d = 0; d < e; ++d) *packed++ = mean[d] * mean[e];
    *packed++ = mean[e] * mean[e] + variance[e];
  }
}

void UpdateItem(double prior_variance, const double* precision_sum, const double* linear_sum,
                Eigen::Ref<Eigen::VectorXd> mean, Eigen::Ref<Eigen::VectorXd> variance) {
  const auto dimensions = static_cast<int>(mean.size());
  SmallMatrix precision(dimensions, dimensions);
  for (int e = 0; e < dimensions; ++e) {
    for (int d = 0; d < e; ++d) precision(e, d) = precision_sum[PackedIndex(d, e)];
    precision(e, e) = 1 / prior_variance + 2 * precision_sum[PackedIndex(e, e)];
  }
  const Eigen::LLT<Eigen::Ref<SmallMatrix>> factor(precision);
  mean = Eigen::Map<const Eigen::VectorXd>(linear_sum, dimensions);
  variance = Eigen::VectorXd::Zero(dimensions);
  if (factor.info() != Eigen::Success) throw NumericalError("an item's precision is not positive definite");
  factor.solveInPlace(mean);
  for (int d = 0; d < dimensions; ++d)
    variance[d] = 1 / (1 / prior_variance + 2 * precision_sum[PackedIndex(d, d)]);
  if (!mean.allFinite()) throw NumericalError("an item's position is not finite");
}

double GaussianDivergence(const Eigen::Ref<const Eigen::MatrixXd>& mean,
                          const Eigen::Ref<const Eigen::MatrixXd>& variance, double prior_variance) {
  const auto ratio = variance.array() / prior_variance;
  return 0.5 * (mean.array().square() / prior_variance + ratio - 1 - ratio.log()).sum();
}

}  // namespace crowdclust
