// The HITs of simulated studies.
#pragma once

#include <cstdint>

#include "base/name_index.h"
#include "hits/blocks.h"
#include "hits/design.h"

namespace crowdclust {

// True for random and kernel, whose deals are cheap: every study deals its own HITs. The other designs
// search, so that their studies share one deal, where items change places by chance.
bool IsDealtAnew(Design design);

// The blocks with items put in at random, in the order of the blocks. Equal seed, equal places.
HitPlan FillBlocks(const Blocks& blocks, const NameIndex& items, std::uint64_t seed);

}  // namespace crowdclust
