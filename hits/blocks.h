// Which items are together, without names.
#pragma once

#include <string>
#include <vector>

#include "hits/hit.h"

namespace crowdclust {

// Items 0..N-1 in blocks; no item stands twice in a block.
using Blocks = std::vector<std::vector<int>>;

// The items of every HIT.
Blocks BlocksOf(const HitPlan& plan);

// A HIT for each block, named `prefix`h1, h2, … (zero padded to equal width).
std::vector<Hit> NameHits(Blocks blocks, const std::string& prefix = "");

}  // namespace crowdclust
