// Blocks where every pair of items meets.
#pragma once

#include <cstdint>

#include "hits/blocks.h"

namespace crowdclust {

constexpr int kMostItemsToCover = 2'000;

// A covering: blocks of M of num_items items, 2 <= M <= num_items <= kMostItemsToCover, with every pair in at
// least one. Where FindBlockDesign has one with every pair in exactly one, that; else greedily, each item
// taken being the one that has most to meet in the block. O(blocks M N) time, a byte a pair of items.
Blocks CoverPairs(int num_items, int items_per_block);

// No covering has fewer blocks (Schoenheim, "On coverings", Pacific J. Math. 14, 1964).
std::int64_t FewestBlocksToCover(int num_items, int items_per_block);

}  // namespace crowdclust
