// What the HITs of a plan cover, by dealing them.
#pragma once

#include <cstdint>
#include <limits>

#include "base/name_index.h"
#include "hits/blocks.h"
#include "hits/design.h"

namespace crowdclust {

// Of one number of HITs an item; overlaps change nothing.
struct PlanFigures {
  double pairs_met_share = std::numeric_limits<double>::quiet_NaN();  // of all item pairs, those that meet
  bool counted = false;  // in the HITs that this seed deals; else expected (random, kernel) or the most that
                         // can be (balanced, connected), as there are too many items to count or to deal
  int deals = 0;         // of different seeds, the first that of the plan
  int connected = 0;     // deals whose graph of items that meet hangs together
  bool always_connected = false;  // by construction, deals or none
  bool can_be_dealt = true;       // false: the design cannot do it with so few HITs
  Blocks first_deal = {};         // where there was one and studies share it (IsDealtAnew)

  // Share of deals that hang together, 1 where all must; NaN where that is not known.
  double ConnectedShare() const;
};

// Deals up to 200 times where that is cheap (random, kernel), five times for balanced HITs of up to 500 rows,
// once for others, and not at all where a deal takes more than a few seconds. Pairs are counted in the first
// deal, whose seed is `seed`: DealHits gives the very same HITs. Throws InputError for options out of range.
// A few seconds at most.
PlanFigures FiguresOf(const NameIndex& items, const DesignOptions& design, std::uint64_t seed);

}  // namespace crowdclust
