// Candidates for splits and merges, best first by a quick score.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "clustering/mixture/mixture_posterior.h"

namespace crowdclust {

// A changed set of responsibilities (N x K'), to be run to convergence, and the gain of bound it promises.
struct MixtureMove {
  Eigen::MatrixXd responsibility;
  double promise = 0;
};

// Every component halved along the principal axis of its items and settled by `local_sweeps` over its two
// halves, all others held; the best `most` by promise. O(local_sweeps N K D^2).
std::vector<MixtureMove> ProposeSplits(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                                       const MixturePosterior& posterior, int local_sweeps, int most);

// Every pair of components as one; the best `most` by promise. O(N K D^2 + K^2 D^3).
std::vector<MixtureMove> ProposeMerges(const Eigen::MatrixXd& positions, const MixturePrior& prior,
                                       const MixturePosterior& posterior, int most);

}  // namespace crowdclust
