// The crowd model's prior and its factorised posterior.
//
// Model (Gomes, Welinder, Krause, Perona, "Crowdclustering", NIPS 2011): item i has a position x_i in D
// dimensions, worker j a symmetric matrix W_j and a bias tau_j; for two items a, b of one assignment
//   A = x_a' W_j x_b + tau_j,   P(same group) = 1 / (1 + exp(-A))                                     (M1)
// Symmetric matrices are packed: the P = D (D + 1) / 2 entries on and above the diagonal, column by column,
// entry (d, e) with d <= e at PackedIndex(d, e).
#pragma once

#include <Eigen/Core>
#include <utility>

namespace crowdclust {

inline constexpr int kMaxDimensions = 32;

constexpr int PackedSize(int dimensions) { return dimensions * (dimensions + 1) / 2; }
constexpr int PackedIndex(int d, int e) {
  if (d > e) std::swap(d, e);
  return e * (e + 1) / 2 + d;
}

// Variances of the zero-mean Gaussian priors, all > 0. The defaults are those of the published study.
struct CrowdPrior {
  double item_variance = 5;     // s_x (M2)
  double weight_variance = 10;  // s_w (M3)
  double bias_variance = 1;     // s_tau (M4)
};

// The prior that all workers share: of each entry of W_j, and of tau_j.
struct WorkerPrior {
  Eigen::VectorXd weight_mean;      // P
  Eigen::VectorXd weight_variance;  // P
  double bias_mean = 0;
  double bias_variance = 1;
};

// All factors are Gaussians with independent coordinates.
struct CrowdPosterior {
  Eigen::MatrixXd item_mean;        // D x N, one column an item
  Eigen::MatrixXd item_variance;    // D x N
  Eigen::MatrixXd weight_mean;      // P x J, one column a worker
  Eigen::MatrixXd weight_variance;  // P x J
  Eigen::VectorXd bias_mean;        // J
  Eigen::VectorXd bias_variance;    // J

  int dimensions() const { return static_cast<int>(item_mean.rows()); }
  int num_items() const { return static_cast<int>(item_mean.cols()); }
  int num_workers() const { return static_cast<int>(bias_mean.size()); }
};

}  // namespace crowdclust
