// Blocks at random: every item once, the rest by chance.
#pragma once

#include <cstdint>

#include "hits/blocks.h"

namespace crowdclust {

// Makes num_blocks blocks of different items in random order, 2 <= items_per_block <= num_items. First every
// item is dealt into one block, spread evenly over the blocks; what is left of each block is filled at random
// without repetition. After the object-distributed ensembles of Strehl and Ghosh, "Cluster ensembles", JMLR 3
// (2002). num_blocks * items_per_block >= num_items. Equal seed, equal blocks. O(rows M / V) time.
Blocks DealRandom(int num_items, int items_per_block, int num_blocks, std::uint64_t seed);

}  // namespace crowdclust
