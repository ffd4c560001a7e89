// Candidates for splits and merges, best first by a quick score.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "clustering/mixture/component_factor.h"
#include "clustering/mixture/mixture_posterior.h"

namespace crowdclust {

// Components that give way to others, by what their items say of them; all other items stay as they are.
struct MixtureMove {
  std::vector<int> leaving;               // indices of one or two components, ascending
  std::vector<WeightedMoments> arriving;  // two or one; hold the items of those that leave
  double promise = 0;                     // gain of bound from the components, sticks aside
};

// Every component halved along the principal axis of its items and settled by `local_sweeps` over its two
// halves, all others held; the best `most` by promise, in which the entropy of the halves counts. The columns
// of `responsibility` (N x K) are the components. O(local_sweeps N K D^2) at most: an item is seen by the
// components that hold it.
std::vector<MixtureMove> ProposeSplits(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                                       const Eigen::MatrixXd& responsibility, int local_sweeps, int most,
                                       int num_threads = 1);

// Every pair of components as one; the best `most` by promise, without the entropy that the pair loses. O(K^2
// D^3).
std::vector<MixtureMove> ProposeMerges(const MixturePrior& prior, const std::vector<WeightedMoments>& moments,
                                       int most);

// The entropy that two components of these responsibilities (N) lose as one, >= 0.
double EntropyBetween(const Eigen::Ref<const Eigen::VectorXd>& a, const Eigen::Ref<const Eigen::VectorXd>& b);

// The components after moves of which no two share one that leaves: the first that arrives takes the place of
// the first that leaves, a second comes last.
std::vector<WeightedMoments> ApplyMoves(const std::vector<WeightedMoments>& moments,
                                        const std::vector<MixtureMove>& moves);

}  // namespace crowdclust
