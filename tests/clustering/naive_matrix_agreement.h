// The agreement of a partition with a similarity from whole matrices.
#pragma once

#include <Eigen/Core>
#include <span>

#include "clustering/matrix_agreement.h"

namespace crowdclust::testing {

// By definition; `matrix` is symmetric with a diagonal of zeros.
inline PairMoments MomentsOfMatrix(const Eigen::MatrixXd& matrix) {
  return {matrix.sum(), matrix.squaredNorm(), matrix.rowwise().sum().squaredNorm()};
}

// M x M: 1 for two different items of one group.
inline Eigen::MatrixXd MatrixOfGroups(std::span<const int> group_of_item) {
  const auto n = static_cast<Eigen::Index>(group_of_item.size());
  const Eigen::Map<const Eigen::ArrayXi> group(group_of_item.data(), n);
  Eigen::MatrixXd same(n, n);
  for (Eigen::Index b = 0; b < n; ++b) same.col(b) = (group == group[b]).cast<double>();
  same.diagonal().setZero();
  return same;
}

// The diagonal of the similarity does not count.
inline MatrixAgreement AgreeWithMatrix(Eigen::MatrixXd similarity, std::span<const int> group_of_item) {
  similarity.diagonal().setZero();
  const Eigen::MatrixXd groups = MatrixOfGroups(group_of_item);
  return AgreeByMoments(static_cast<double>(group_of_item.size()), similarity.cwiseProduct(groups).sum(),
                        MomentsOfMatrix(similarity), MomentsOfMatrix(groups));
}

}  // namespace crowdclust::testing
