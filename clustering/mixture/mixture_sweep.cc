#include "clustering/mixture/mixture_sweep.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "clustering/mixture/component_factor.h"
#include "clustering/mixture/stick_factor.h"

namespace crowdclust {
namespace {

// N x K: E[log pi_k] + E[log N(x_n; k)].
Eigen::MatrixXd LogJoint(const Eigen::MatrixXd& positions, const MixturePosterior& posterior) {
  const Eigen::VectorXd log_weight = ExpectedLogWeights(posterior.components);
  Eigen::MatrixXd joint(positions.cols(), posterior.num_components());
  for (int k = 0; k < posterior.num_components(); ++k) {
    joint.col(k) = ExpectedLogDensity(posterior.components[static_cast<std::size_t>(k)], positions);
    joint.col(k).array() += log_weight[k];
  }
  return joint;
}

double Divergences(const MixturePrior& prior, const MixturePosterior& posterior) {
  double divergence = StickDivergence(prior.concentration, posterior.components);
  for (const MixtureComponent& component : posterior.components)
    divergence += ComponentDivergence(prior, component);
  return divergence;
}

Eigen::MatrixXd HeaviestFirst(const Eigen::MatrixXd& responsibility) {
  const Eigen::VectorXd weight = responsibility.colwise().sum();
  std::vector<Eigen::Index> order(static_cast<std::size_t>(weight.size()));
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  std::ranges::stable_sort(order, std::greater<>(), [&weight](Eigen::Index k) { return weight[k]; });
  Eigen::MatrixXd sorted(responsibility.rows(), responsibility.cols());
  for (std::size_t k = 0; k < order.size(); ++k)
    sorted.col(static_cast<Eigen::Index>(k)) = responsibility.col(order[k]);
  return sorted;
}

}  // namespace

MixturePosterior FitComponents(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                               const Eigen::MatrixXd& responsibility) {
  MixturePosterior posterior;
  posterior.responsibility = HeaviestFirst(responsibility);
  posterior.components.resize(static_cast<std::size_t>(responsibility.cols()));
  UpdateSticks(prior.concentration, posterior.responsibility.colwise().sum(), &posterior.components);
  for (int k = 0; k < posterior.num_components(); ++k) {
    UpdateComponent(prior, MomentsOf(positions, posterior.responsibility.col(k)),
                    &posterior.components[static_cast<std::size_t>(k)]);
  }
  return posterior;
}

double UpdateResponsibilities(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                              MixturePosterior* posterior) {
  Eigen::MatrixXd joint = LogJoint(positions, *posterior);
  const Eigen::VectorXd largest = joint.rowwise().maxCoeff();
  joint = (joint.colwise() - largest).array().exp();
  const Eigen::VectorXd total = joint.rowwise().sum();
  posterior->responsibility = total.cwiseInverse().asDiagonal() * joint;
  return largest.sum() + total.array().log().sum() - Divergences(prior, *posterior);
}

double MixtureBound(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                    const MixturePosterior& posterior) {
  const Eigen::MatrixXd joint = LogJoint(positions, posterior);
  double bound = -Divergences(prior, posterior);
  for (Eigen::Index k = 0; k < joint.cols(); ++k) {
    for (Eigen::Index n = 0; n < joint.rows(); ++n) {
      const double r = posterior.responsibility(n, k);
      if (r > 0) bound += r * (joint(n, k) - std::log(r));
    }
  }
  return bound;
}

}  // namespace crowdclust
