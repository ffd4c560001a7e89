// A share of right answers.
#pragma once

#include <cstdint>

#include "base/stats.h"

namespace crowdclust {

struct ShareRight {
  std::int64_t right = 0;
  std::int64_t total = 0;

  // NaN where there is nothing to share.
  double share() const { return total > 0 ? static_cast<double>(right) / static_cast<double>(total) : kNaN; }
  // Wilson's, 95 %, as if all answers were independent.
  Interval interval() const { return WilsonInterval(static_cast<double>(right), static_cast<double>(total)); }
};

}  // namespace crowdclust
