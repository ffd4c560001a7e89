#include "base/stats.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace crowdclust {

MeanAndError MeanOf(std::span<const double> values) {
  if (values.empty()) return {};
  const auto count = static_cast<double>(values.size());
  double sum = 0, squares = 0;
  for (const double value : values) sum += value;
  const double mean = sum / count;
  if (values.size() < 2) return {.mean = mean};
  for (const double value : values) squares += (value - mean) * (value - mean);
  return {.mean = mean, .standard_error = std::sqrt(squares / (count - 1) / count)};
}

Interval WilsonInterval(double right, double total, double z) {
  assert(right >= 0 && right <= total);
  if (total <= 0) return {};
  const double share = right / total;
  const double shrink = 1 + z * z / total;
  const double middle = (share + z * z / (2 * total)) / shrink;
  const double half = z / shrink * std::sqrt(share * (1 - share) / total + z * z / (4 * total * total));
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace crowdclust
