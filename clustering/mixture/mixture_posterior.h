// A Dirichlet-process mixture of Gaussians over positions, and its variational posterior.
//
// Model: sticks v_k ~ Beta(1, alpha), weights pi_k = v_k times the product of (1 - v_l) over l < k; precision
// Lambda_k ~ Wishart(eta_0, B_0^-1), mean mu_k ~ N(m_0, (xi_0 Lambda_k)^-1); position x_n of its component is
// N(mu_k, Lambda_k^-1) (M10). Components beyond the K kept have no items and stay at their prior, which makes
// bounds of different K comparable (Kurihara, Welling, Vlassis, NIPS 2006).
#pragma once

#include <Eigen/Core>
#include <vector>

namespace crowdclust {

struct MixturePrior {
  double concentration = 1;     // alpha > 0
  double mean_strength = 0.01;  // xi_0 > 0
  double degrees = 0;           // eta_0 > D - 1
  Eigen::VectorXd mean;         // D, m_0
  Eigen::MatrixXd scatter;      // D x D, B_0, positive definite
};

// q(v_k) = Beta(stick_a, stick_b); q(mu_k, Lambda_k) = N(mean, (mean_strength Lambda)^-1) Wishart(degrees,
// scatter^-1); q(z_n = k) = responsibility. Components are kept by weight, the heaviest first, which no other
// order's bound exceeds.
struct MixtureComponent {
  double stick_a = 1;
  double stick_b = 1;
  double mean_strength = 0;
  double degrees = 0;
  Eigen::VectorXd mean;     // D
  Eigen::MatrixXd scatter;  // D x D
};
struct MixturePosterior {
  std::vector<MixtureComponent> components;  // K
  Eigen::MatrixXd responsibility;            // N x K, rows sum to 1

  int num_components() const { return static_cast<int>(components.size()); }
};

// The study's prior (Gomes, Welling, Perona, CVPR 2008) for the columns of `positions` (D x N, N >= 1):
// xi_0 = .01, eta_0 = D, B_0 = eta_0 times .01 times the largest eigenvalue of their covariance times I,
// m_0 = their mean. Where all positions are one, the eigenvalue counts as 1.
MixturePrior MakeMixturePrior(const Eigen::MatrixXd& positions, double concentration);

}  // namespace crowdclust
