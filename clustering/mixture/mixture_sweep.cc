#include "clustering/mixture/mixture_sweep.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "clustering/mixture/item_sweep.h"
#include "clustering/mixture/stick_factor.h"

namespace crowdclust {
std::vector<MixtureComponent> FitComponents(const MixturePrior& prior, std::vector<WeightedMoments> moments) {
  std::ranges::stable_sort(moments, std::greater<>(), &WeightedMoments::weight);
  std::vector<MixtureComponent> components(moments.size());
  Eigen::VectorXd weight(static_cast<Eigen::Index>(moments.size()));
  for (std::size_t k = 0; k < moments.size(); ++k) {
    weight[static_cast<Eigen::Index>(k)] = moments[k].weight;
    UpdateComponent(prior, moments[k], &components[k]);
  }
  UpdateSticks(prior.concentration, weight, &components);
  return components;
}

MixturePosterior FitComponents(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                               const Eigen::MatrixXd& responsibility) {
  std::vector<WeightedMoments> moments;
  for (Eigen::Index k = 0; k < responsibility.cols(); ++k)
    moments.push_back(MomentsOf(positions, responsibility.col(k)));
  std::vector<Eigen::Index> order(moments.size());
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  std::ranges::stable_sort(order, std::greater<>(), [&moments](Eigen::Index k) {
    return moments[static_cast<std::size_t>(k)].weight;
  });
  MixturePosterior posterior;
  posterior.responsibility = responsibility(Eigen::all, order);
  posterior.components = FitComponents(prior, std::move(moments));
  return posterior;
}

double UpdateResponsibilities(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                              MixturePosterior* posterior, int num_threads) {
  const ItemSweep sweep =
      SweepItems(positions, {}, posterior->components, num_threads, &posterior->responsibility);
  return sweep.log_evidence - MixtureDivergence(prior, posterior->components);
}

double MixtureDivergence(const MixturePrior& prior, const std::vector<MixtureComponent>& components) {
  double divergence = StickDivergence(prior.concentration, components);
  for (const MixtureComponent& component : components) divergence += ComponentDivergence(prior, component);
  return divergence;
}

double MixtureBound(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                    const MixturePosterior& posterior) {
  const Eigen::VectorXd log_weight = ExpectedLogWeights(posterior.components);
  double bound = -MixtureDivergence(prior, posterior.components);
  for (Eigen::Index k = 0; k < log_weight.size(); ++k) {
    const Eigen::VectorXd log_density =
        ExpectedLogDensity(posterior.components[static_cast<std::size_t>(k)], positions);
    for (Eigen::Index n = 0; n < positions.cols(); ++n) {
      const double r = posterior.responsibility(n, k);
      if (r > 0) bound += r * (log_weight[k] + log_density[n] - std::log(r));
    }
  }
  return bound;
}

}  // namespace crowdclust
