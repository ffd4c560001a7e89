#include "clustering/mixture/component_factor.h"

#include <Eigen/Cholesky>
#include <cmath>
#include <numbers>

#include "base/error.h"
#include "base/special.h"

namespace crowdclust {
namespace {

constexpr double kLogOf2 = std::numbers::ln2;
const double kLogOf2Pi = std::log(2 * std::numbers::pi);

Eigen::LLT<Eigen::MatrixXd> Factor(const Eigen::MatrixXd& scatter) {
  Eigen::LLT<Eigen::MatrixXd> factor(scatter);
  if (factor.info() != Eigen::Success) throw NumericalError("a component's scatter is not positive definite");
  return factor;
}

double LogDeterminant(const Eigen::LLT<Eigen::MatrixXd>& factor) {
  return 2 * factor.matrixLLT().diagonal().array().log().sum();
}

// log of the normaliser of Wishart(degrees, scatter^-1) times that of the mean's Gaussian, without powers of
// 2 pi.
double LogNormaliser(double mean_strength, double degrees, const Eigen::MatrixXd& scatter) {
  const auto dimensions = static_cast<int>(scatter.rows());
  return 0.5 * degrees * dimensions * kLogOf2 + LogMultivariateGamma(dimensions, 0.5 * degrees) -
         0.5 * degrees * LogDeterminant(Factor(scatter)) - 0.5 * dimensions * std::log(mean_strength);
}

// E[log |Lambda|].
double ExpectedLogDeterminant(double degrees, double log_determinant, int dimensions) {
  double sum = dimensions * kLogOf2 - log_determinant;
  for (int d = 0; d < dimensions; ++d) sum += Digamma(0.5 * (degrees - d));
  return sum;
}

// What E[log N(x; mu, Lambda^-1)] is at x = mean.
double LogDensityAtMean(const MixtureComponent& component, const Eigen::LLT<Eigen::MatrixXd>& factor) {
  const auto dimensions = static_cast<int>(component.mean.size());
  return 0.5 * (ExpectedLogDeterminant(component.degrees, LogDeterminant(factor), dimensions) -
                dimensions * kLogOf2Pi - dimensions / component.mean_strength);
}

// One plain loop: a product of matrices so flat costs more to hand out to threads than to compute.
Eigen::MatrixXd ScatterAbout(const Eigen::VectorXd& mean, const Eigen::MatrixXd& positions,
                             const Eigen::Ref<const Eigen::VectorXd>& weight) {
  const Eigen::Index dimensions = mean.size();
  Eigen::MatrixXd scatter = Eigen::MatrixXd::Zero(dimensions, dimensions);
  Eigen::VectorXd centred(dimensions);
  for (Eigen::Index n = 0; n < positions.cols(); ++n) {
    if (!(weight[n] > 0)) continue;
    centred = positions.col(n) - mean;
    for (Eigen::Index d = 0; d < dimensions; ++d) {
      const double weighted = weight[n] * centred[d];
      for (Eigen::Index e = d; e < dimensions; ++e) scatter(e, d) += weighted * centred[e];
    }
  }
  return scatter.selfadjointView<Eigen::Lower>();
}

}  // namespace

WeightedMoments MomentsOf(const Eigen::MatrixXd& positions, const Eigen::Ref<const Eigen::VectorXd>& weight) {
  WeightedMoments moments;
  moments.weight = weight.sum();
  moments.mean = Eigen::VectorXd::Zero(positions.rows());
  if (moments.weight > 0) moments.mean = positions * weight / moments.weight;
  moments.scatter = ScatterAbout(moments.mean, positions, weight);
  return moments;
}

WeightedMoments Pool(const WeightedMoments& a, const WeightedMoments& b) {
  WeightedMoments pooled = a;
  pooled.weight = a.weight + b.weight;
  if (pooled.weight <= 0) return pooled;
  const Eigen::VectorXd apart = b.mean - a.mean;
  pooled.mean = (a.weight * a.mean + b.weight * b.mean) / pooled.weight;
  pooled.scatter = a.scatter + b.scatter + (a.weight * b.weight / pooled.weight) * apart * apart.transpose();
  return pooled;
}

void UpdateComponent(const MixturePrior& prior, const WeightedMoments& moments, MixtureComponent* component) {
  component->mean_strength = prior.mean_strength + moments.weight;
  component->degrees = prior.degrees + moments.weight;
  component->mean =
      (prior.mean_strength * prior.mean + moments.weight * moments.mean) / component->mean_strength;
  const Eigen::VectorXd apart = moments.mean - prior.mean;
  const double shrink = prior.mean_strength * moments.weight / component->mean_strength;
  component->scatter = prior.scatter + moments.scatter + shrink * apart * apart.transpose();
}

Eigen::VectorXd ExpectedLogDensity(const MixtureComponent& component, const Eigen::MatrixXd& positions) {
  const Eigen::LLT<Eigen::MatrixXd> factor = Factor(component.scatter);
  const double constant = LogDensityAtMean(component, factor);
  Eigen::MatrixXd whitened = positions.colwise() - component.mean;
  factor.matrixL().solveInPlace(whitened);
  return (constant - 0.5 * component.degrees * whitened.colwise().squaredNorm().array()).transpose();
}

ExpectedDensity MakeExpectedDensity(const MixtureComponent& component) {
  const auto dimensions = component.mean.size();
  const Eigen::LLT<Eigen::MatrixXd> factor = Factor(component.scatter);
  ExpectedDensity density{LogDensityAtMean(component, factor), component.mean,
                          Eigen::MatrixXd::Identity(dimensions, dimensions)};
  factor.matrixL().solveInPlace(density.whitening);
  density.whitening *= std::sqrt(0.5 * component.degrees);
  return density;
}

double ComponentDivergence(const MixturePrior& prior, const MixtureComponent& component) {
  const auto dimensions = static_cast<int>(prior.mean.size());
  const Eigen::LLT<Eigen::MatrixXd> factor = Factor(component.scatter);
  const double log_precision = ExpectedLogDeterminant(component.degrees, LogDeterminant(factor), dimensions);
  const Eigen::VectorXd apart = component.mean - prior.mean;
  // E[log q - log p] of the mean given the precision, then of the precision.
  const double ratio = prior.mean_strength / component.mean_strength;
  const double of_mean = 0.5 * (dimensions * (ratio - 1 - std::log(ratio)) +
                                prior.mean_strength * component.degrees * apart.dot(factor.solve(apart)));
  const double of_precision =
      0.5 * (component.degrees - prior.degrees) * log_precision - 0.5 * component.degrees * dimensions +
      0.5 * component.degrees * factor.solve(prior.scatter).trace() +
      LogNormaliser(1, prior.degrees, prior.scatter) - LogNormaliser(1, component.degrees, component.scatter);
  return of_mean + of_precision;
}

double ComponentEvidence(const MixturePrior& prior, const WeightedMoments& moments) {
  MixtureComponent best;
  UpdateComponent(prior, moments, &best);
  const auto dimensions = static_cast<double>(prior.mean.size());
  return LogNormaliser(best.mean_strength, best.degrees, best.scatter) -
         LogNormaliser(prior.mean_strength, prior.degrees, prior.scatter) -
         0.5 * moments.weight * dimensions * kLogOf2Pi;
}

}  // namespace crowdclust
