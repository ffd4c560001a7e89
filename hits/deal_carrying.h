// Blocks that carry items over from earlier ones.
#pragma once

#include <cstdint>
#include <vector>

#include "hits/blocks.h"

namespace crowdclust {

// Deals a block for every element of `carried`: so many items of earlier blocks, 0 <= carried[b] <=
// items_per_block, the others from a shuffled deck of all items that is shuffled again when it ends. Carried
// are items in the fewest blocks so far, of as many different blocks as can be; the first block, which has
// none before it, is dealt from the deck. 2 <= items_per_block <= num_items. O(rows M) time. Equal seed,
// equal blocks.
Blocks DealCarrying(int num_items, int items_per_block, const std::vector<int>& carried, std::uint64_t seed);

}  // namespace crowdclust
