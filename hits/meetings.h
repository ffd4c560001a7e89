// How often items meet: how evenly, and how near that is to what can be.
#pragma once

#include <cstdint>

#include "hits/blocks.h"

namespace crowdclust {

struct Meetings {
  std::int64_t meetings = 0;   // M (M - 1) / 2 of each block
  std::int64_t pairs_met = 0;  // of the N (N - 1) / 2 pairs, those that meet at all
  int most_of_pair = 0;        // meetings of the pair that meets most often
  // Meetings that would have to move to another pair for all pairs to meet equally often, or once more: half
  // of what the sum of squared meetings is above the least that their number allows. No block design may
  // reach 0 (Fisher, Bruck and Ryser), but none is below.
  std::int64_t uneven = 0;
};

// Counts exactly, for any N: O(sum over blocks of M^2) time, O(N + rows) space.
Meetings MeetingsOf(int num_items, const Blocks& blocks);

}  // namespace crowdclust
