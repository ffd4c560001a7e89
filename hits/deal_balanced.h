// Blocks where all items are shown, and all pairs meet, as equally often as can be.
#pragma once

#include <cstdint>

#include "hits/blocks.h"

namespace crowdclust {

// A block design where FindBlockDesign has one of these counts. Else DealEvenly, with exchanges up to
// kMostItemsToExchange items; above that, items meet so seldom that there is little to gain. The numbers of
// blocks of two items differ by one at most. 2 <= items_per_block <= num_items. Equal seed, equal blocks.
Blocks DealBalanced(int num_items, int items_per_block, int num_blocks, std::uint64_t seed);

}  // namespace crowdclust
