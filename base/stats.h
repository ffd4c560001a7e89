// Small statistics.
#pragma once

#include <limits>
#include <span>

namespace crowdclust {

// What is not known.
inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct MeanAndError {
  double mean = kNaN;            // NaN of no values
  double standard_error = kNaN;  // of the mean; NaN of fewer than two
};

// O(values).
MeanAndError MeanOf(std::span<const double> values);

struct Interval {
  double low = 0;
  double high = 1;
};

// Wilson's score interval for a share of `right` out of `total` (Wilson, JASA 1927), by default at 95 %.
// total = 0 gives [0, 1]: nothing is known. 0 <= right <= total.
Interval WilsonInterval(double right, double total, double z = 1.959963984540054);

}  // namespace crowdclust
