#include <Eigen/Eigenvalues>

#include "clustering/mixture/mixture_posterior.h"

namespace crowdclust {

MixturePrior MakeMixturePrior(const Eigen::MatrixXd& positions, double concentration) {
  const auto dimensions = positions.rows();
  MixturePrior prior;
  prior.concentration = concentration;
  prior.degrees = static_cast<double>(dimensions);
  prior.mean = positions.rowwise().mean();
  const Eigen::MatrixXd centred = positions.colwise() - prior.mean;
  const Eigen::MatrixXd covariance = centred * centred.transpose() / static_cast<double>(positions.cols());
  const double largest = covariance.selfadjointView<Eigen::Lower>().eigenvalues().maxCoeff();
  const double spread = largest > 1e-12 ? largest : 1;
  prior.scatter = Eigen::MatrixXd::Identity(dimensions, dimensions) * (prior.degrees * 0.01 * spread);
  return prior;
}

}  // namespace crowdclust
