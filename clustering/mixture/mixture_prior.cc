#include <Eigen/Eigenvalues>

#include "clustering/mixture/component_factor.h"
#include "clustering/mixture/mixture_posterior.h"

namespace crowdclust {

MixturePrior MakeMixturePrior(const Eigen::MatrixXd& positions, double concentration) {
  const auto dimensions = positions.rows();
  MixturePrior prior;
  prior.concentration = concentration;
  prior.degrees = static_cast<double>(dimensions);
  const WeightedMoments all = MomentsOf(positions, Eigen::VectorXd::Ones(positions.cols()));
  prior.mean = all.mean;
  const Eigen::MatrixXd covariance = all.scatter / all.weight;
  const double largest = covariance.selfadjointView<Eigen::Lower>().eigenvalues().maxCoeff();
  const double spread = largest > 1e-12 ? largest : 1;
  prior.scatter = Eigen::MatrixXd::Identity(dimensions, dimensions) * (prior.degrees * 0.01 * spread);
  return prior;
}

}  // namespace crowdclust
