// What the other workers say of the pairs of an assignment, beyond what the clusters say.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "answers/answers.h"
#include "clustering/clustering.h"
#include "clustering/matrix_agreement.h"

namespace crowdclust {

// Of one assignment, the similarity of two items being the share of the other workers' answers that put them
// together, shrunk by one pair to the rate of their clusters, less that rate.
struct OthersView {
  double within = 0;  // sum over ordered pairs of different items in one group, as AgreeByMoments takes it
  PairMoments moments;
};

// A views; `rate` is K x K, symmetric: how often two clusters are put together. O(pairs) time, O(R) memory.
std::vector<OthersView> ViewsOfOthers(const Answers& answers, const Clustering& clustering,
                                      const Eigen::MatrixXd& rate);

}  // namespace crowdclust
