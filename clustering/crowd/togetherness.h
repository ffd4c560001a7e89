// How likely a worker of the crowd model puts two items together.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "clustering/crowd/crowd_posterior.h"

namespace crowdclust {

// Worker j's W_j (D x D) from its packed mean.
Eigen::MatrixXd WorkerWeights(const CrowdPosterior& posterior, int worker);

// No more workers than that stand for all of them in a mean over everybody.
inline constexpr int kMostStandingForAll = 50;

// Workers that stand for all of them: all where there are at most `most`, else every (J / most)-th or so.
std::vector<int> WorkersThatStandForAll(int num_workers, int most);

// N x N, diagonal 1: the mean over those workers of P(together) = sigmoid(E[x_a]' E[W_j] E[x_b] + E[tau_j])
// (M1 at the posterior means). O(workers N^2 D).
Eigen::MatrixXd Togetherness(const CrowdPosterior& posterior, int most_workers);

}  // namespace crowdclust
