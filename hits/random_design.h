// HITs at random: every item once, the rest by chance.
#pragma once

#include <cstdint>

#include "base/name_index.h"
#include "hits/hit.h"

namespace crowdclust {

struct RandomDesignOptions {
  int items_per_hit = 10;  // M, 2..N
  int hits_per_item = 10;  // V on average, at least 1
  int overlap = 7;         // workers a HIT, at least 1
  double reward = 0.02;    // an assignment, at least 0
};

// Makes ceil(N V / M) HITs of M different items in random order, named h1, h2, … (zero padded to equal
// width). First every item is dealt into one HIT, spread evenly over the HITs; what is left of each HIT is
// filled at random without repetition. An item is in at least one HIT and in V on average, but not in exactly
// V. After the object-distributed ensembles of Strehl and Ghosh, "Cluster ensembles", JMLR 3 (2002). Equal
// seed, equal plan. O(N (V + M)) time, O(N V) space. Throws InputError for options out of range.
HitPlan DealRandom(const NameIndex& items, const RandomDesignOptions& options, std::uint64_t seed);

// V = int(log2(N) log_M(N)), at least 1: the HITs an item should be in so that they hang together.
// num_items >= 1, items_per_hit >= 2.
int AutoHitsPerItem(int num_items, int items_per_hit);

}  // namespace crowdclust
