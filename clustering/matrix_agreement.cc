#include "clustering/matrix_agreement.h"

#include <algorithm>

namespace crowdclust {
namespace {

// Sums over ordered pairs of different items: of the entries, of their squares, and of the squared row sums.
struct Moments {
  double total = 0, squares = 0, rows = 0;
};

Moments MomentsOf(const Eigen::MatrixXd& matrix) {
  return {matrix.sum(), matrix.squaredNorm(), matrix.rowwise().sum().squaredNorm()};
}

}  // namespace

MatrixAgreement AgreeWithMatrix(const Eigen::MatrixXd& similarity, std::span<const int> group_of_item) {
  const auto n = static_cast<Eigen::Index>(group_of_item.size());
  Eigen::MatrixXd one = similarity, two(n, n);
  one.diagonal().setZero();
  for (Eigen::Index b = 0; b < n; ++b) {
    for (Eigen::Index a = 0; a < n; ++a) {
      two(a, b) =
          a != b && group_of_item[static_cast<std::size_t>(a)] == group_of_item[static_cast<std::size_t>(b)]
              ? 1.0
              : 0.0;
    }
  }
  const Moments x = MomentsOf(one), y = MomentsOf(two);
  const double count = static_cast<double>(n);
  MatrixAgreement agreement;
  agreement.sum = 0.5 * one.cwiseProduct(two).sum();
  const double pairs = count * (count - 1);
  const double mean = x.total * y.total / pairs;
  agreement.mean = 0.5 * mean;
  double second = 2 * x.squares * y.squares / pairs;
  if (n > 2) second += 4 * (x.rows - x.squares) * (y.rows - y.squares) / (pairs * (count - 2));
  if (n > 3) {
    second += (x.total * x.total + 2 * x.squares - 4 * x.rows) *
              (y.total * y.total + 2 * y.squares - 4 * y.rows) / (pairs * (count - 2) * (count - 3));
  }
  agreement.variance = 0.25 * std::max(0.0, second - mean * mean);
  return agreement;
}

}  // namespace crowdclust
