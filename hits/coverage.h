// What a plan asks for, sees and costs.
#pragma once

#include <cstdint>

#include "hits/hit.h"

namespace crowdclust {

struct Coverage {
  std::int64_t hits = 0;
  std::int64_t assignments = 0;  // HITs times overlap
  std::int64_t pair_labels = 0;  // M (M - 1) / 2 of each assignment
  double pairs_met_share = 0;    // of all N (N - 1) / 2 item pairs, those together in a HIT; 0 for N < 2
  std::int64_t fewest_hits_of_item = 0;
  std::int64_t most_hits_of_item = 0;
  double reward_total = 0;  // assignments times reward
};

// Counts exactly, for any N: O(sum over HITs of M^2) time, O(N + rows) space.
Coverage CoverageOf(const HitPlan& plan);

}  // namespace crowdclust
