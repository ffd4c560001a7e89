// Blocks dealt one after the other so that items meet again as seldom as can be.
#pragma once

#include <cstdint>

#include "hits/blocks.h"

namespace crowdclust {

// Deals num_items into num_blocks blocks, 2 <= items_per_block <= num_items: every round deals all items once
// in random order, so that the numbers of blocks of two items differ by one at most; each item dealt is the
// one, of some that are next, that met those already in the block least often. Time O(N V^2 M^2) for items in
// V blocks, space O(N V). Equal seed, equal blocks.
Blocks DealEvenly(int num_items, int items_per_block, int num_blocks, std::uint64_t seed);

}  // namespace crowdclust
