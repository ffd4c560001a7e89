// Blocks for few HITs an item: all items hang together, and as well as can be.
#pragma once

#include <cstdint>

#include "hits/blocks.h"

namespace crowdclust {

// Deals num_items into num_blocks blocks, 2 <= items_per_block <= num_items, so that the graph of items that
// meet is connected. Every block takes some items of earlier ones, those in fewest blocks first, and the rest
// new; or, where it hangs together better, as DealEvenly deals. Then items are exchanged between blocks that
// the second eigenvector of the graph sets apart, as long as the spectral gap grows. The numbers of blocks of
// two items differ by one at most. Throws InputError where so few blocks cannot connect the items: that takes
// (N - 1) / (M - 1) of them. Work is bounded by 2 10^9 steps of a row. Equal seed, equal blocks.
Blocks DealConnected(int num_items, int items_per_block, int num_blocks, std::uint64_t seed);

}  // namespace crowdclust
