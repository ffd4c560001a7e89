// Designs where every pair of items meets equally often.
#pragma once

#include <optional>

#include "hits/blocks.h"

namespace crowdclust {

// A balanced incomplete block design: blocks of M of N items, every item in V of them, and so every two items
// together in V (M - 1) / (N - 1). From planes, Steiner triple systems and difference families (Colbourn and
// Dinitz, "Handbook of combinatorial designs", 2nd ed., 2007, parts II and VI), repeated where V asks for it;
// of an affine plane as many parallel classes as V asks for, so that two items meet once at most.
// None where the counts allow no such design, where none was found, and above 100 items; that none was found
// does not say that there is none. Without chance. Time below a second.
std::optional<Blocks> FindBlockDesign(int num_items, int items_per_block, int blocks_per_item);

}  // namespace crowdclust
