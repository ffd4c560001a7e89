// Small statistics.
#pragma once

namespace crowdclust {

struct Interval {
  double low = 0;
  double high = 1;
};

// Wilson's score interval for a share of `right` out of `total` (Wilson, JASA 1927), by default at 95 %.
// total = 0 gives [0, 1]: nothing is known. 0 <= right <= total.
Interval WilsonInterval(double right, double total, double z = 1.959963984540054);

}  // namespace crowdclust
