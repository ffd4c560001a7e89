// Items exchanged between blocks until pairs meet as evenly as can be.
#pragma once

#include <cstdint>

#include "hits/blocks.h"

namespace crowdclust {

// Up to so many items a table of all pairs is made.
constexpr int kMostItemsToExchange = 5'000;

// Exchanges two items of two blocks, at random and by simulated annealing (Kirkpatrick, Gelatt and Vecchi,
// "Optimization by simulated annealing", Science 220, 1983), so that the sum of the squared meetings of all
// pairs falls; ends early where it is as small as the number of meetings allows. Sizes of blocks and the
// number of blocks of every item stay. Time O(rows M), a few thousand exchanges a row and 20 million at most;
// space 2 bytes a pair of items. Equal seed, equal blocks. num_items is at most kMostItemsToExchange.
void ExchangeForEvenMeetings(int num_items, std::uint64_t seed, Blocks* blocks);

}  // namespace crowdclust
