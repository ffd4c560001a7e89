#include "clustering/matrix_agreement.h"

#include <algorithm>

namespace crowdclust {

void AddGroup(double items, PairMoments* partition) {
  const double pairs = items * (items - 1);
  partition->total += pairs;
  partition->squares += pairs;
  partition->rows += pairs * (items - 1);
}

MatrixAgreement AgreeByMoments(double num_items, double within, const PairMoments& similarity,
                               const PairMoments& partition) {
  const PairMoments &x = similarity, &y = partition;
  const double pairs = num_items * (num_items - 1);
  const double mean = x.total * y.total / pairs;
  double second = 2 * x.squares * y.squares / pairs;
  if (num_items > 2) second += 4 * (x.rows - x.squares) * (y.rows - y.squares) / (pairs * (num_items - 2));
  if (num_items > 3) {
    second += (x.total * x.total + 2 * x.squares - 4 * x.rows) *
              (y.total * y.total + 2 * y.squares - 4 * y.rows) / (pairs * (num_items - 2) * (num_items - 3));
  }
  return {0.5 * within, 0.5 * mean, 0.25 * std::max(0.0, second - mean * mean)};
}

}  // namespace crowdclust
