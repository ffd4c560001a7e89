#include "clustering/mixture/stick_factor.h"

#include "base/special.h"

namespace crowdclust {

void UpdateSticks(double concentration, const Eigen::VectorXd& weight,
                  std::vector<MixtureComponent>* components) {
  double after = 0;
  for (Eigen::Index k = weight.size() - 1; k >= 0; --k) {
    MixtureComponent& component = (*components)[static_cast<std::size_t>(k)];
    component.stick_a = 1 + weight[k];
    component.stick_b = concentration + after;
    after += weight[k];
  }
}

Eigen::VectorXd ExpectedLogWeights(const std::vector<MixtureComponent>& components) {
  Eigen::VectorXd log_weight(static_cast<Eigen::Index>(components.size()));
  double log_left = 0;
  for (std::size_t k = 0; k < components.size(); ++k) {
    const double total = Digamma(components[k].stick_a + components[k].stick_b);
    log_weight[static_cast<Eigen::Index>(k)] = log_left + Digamma(components[k].stick_a) - total;
    log_left += Digamma(components[k].stick_b) - total;
  }
  return log_weight;
}

double StickDivergence(double concentration, const std::vector<MixtureComponent>& components) {
  double divergence = 0;
  for (const MixtureComponent& component : components) {
    const double a = component.stick_a, b = component.stick_b;
    const double total = Digamma(a + b);
    divergence += (a - 1) * (Digamma(a) - total) + (b - concentration) * (Digamma(b) - total) -
                  LogBeta(a, b) + LogBeta(1, concentration);
  }
  return divergence;
}

double StickEvidence(double concentration, const Eigen::VectorXd& weight) {
  double evidence = 0;
  double after = 0;
  for (Eigen::Index k = weight.size() - 1; k >= 0; --k) {
    evidence += LogBeta(1 + weight[k], concentration + after) - LogBeta(1, concentration);
    after += weight[k];
  }
  return evidence;
}

}  // namespace crowdclust
