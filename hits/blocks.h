// Which items are together, without names.
#pragma once

#include <vector>

#include "hits/hit.h"

namespace crowdclust {

// Items 0..N-1 in blocks; no item stands twice in a block.
using Blocks = std::vector<std::vector<int>>;

// The items of every HIT.
Blocks BlocksOf(const HitPlan& plan);

}  // namespace crowdclust
