// One pass over the items: their responsibilities, kept only as what they say of each component.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "clustering/mixture/component_factor.h"
#include "clustering/mixture/mixture_posterior.h"

namespace crowdclust {

struct ItemSweep {
  std::vector<WeightedMoments> moments;  // K, of the items weighed by their new responsibilities
  double log_evidence = 0;  // sum over items of weight log sum_k exp(E[log pi_k] + E[log N(x_n; k)])
  double entropy = 0;       // sum over items of weight times -sum_k r_nk log r_nk
};

// The best responsibilities of the columns of `positions` (D x N) for `components` (M15). Items count by
// `weight` (N; empty: 1 each). A responsibility below e^-40 of the item's largest counts as 0. Writes them (N
// x K) where `responsibility` is given; without it memory is O(K D^2) for each thousand items. O(N K D^2) for
// the densities, O(D^2) for each responsibility above 0. Equal bits for any number of threads.
ItemSweep SweepItems(const Eigen::MatrixXd& positions, const Eigen::VectorXd& weight,
                     const std::vector<MixtureComponent>& components, int num_threads,
                     Eigen::MatrixXd* responsibility = nullptr);

}  // namespace crowdclust
