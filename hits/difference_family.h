// Blocks that a group shifts over all items so that every pair meets equally often.
#pragma once

#include <optional>

#include "hits/blocks.h"

namespace crowdclust {

// A design of N <= 100 items in blocks of M, 3 <= M < N, where every two items meet `meetings` times: base
// blocks over an abelian group whose differences are every element of the group equally often, developed by
// the group (Colbourn and Dinitz, part VI.16). Groups of order N, all of them; of order N - 1 with one item
// that stays where it is, where `meetings` is 1. Found by backtracking of bounded length: none does not say
// that there is none.
std::optional<Blocks> DevelopDifferenceFamily(int num_items, int items_per_block, int meetings);

}  // namespace crowdclust
