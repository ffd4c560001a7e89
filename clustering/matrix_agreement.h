// Whether a partition follows a similarity more than chance would have it.
#pragma once

#include <Eigen/Core>
#include <span>

namespace crowdclust {

// Sum of the similarity over the pairs in one group, and its mean and variance when the items are shuffled
// over the places of the partition (Mantel, Cancer Research 1967). `similarity` is M x M, symmetric; its
// diagonal does not count. M >= 2; the variance is exact, 0 for M = 2 and 3 where no shuffle changes the sum.
struct MatrixAgreement {
  double sum = 0;
  double mean = 0;
  double variance = 0;
};
MatrixAgreement AgreeWithMatrix(const Eigen::MatrixXd& similarity, std::span<const int> group_of_item);

}  // namespace crowdclust
