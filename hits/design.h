// The designs: which items are shown together.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "hits/hit.h"

namespace crowdclust {

// kRandom: every item once, the rest by chance (DealRandom). kBalanced: as even as can be (DealBalanced).
// kConnected: for few HITs an item (DealConnected). kKernel: every HIT carries items over (DealCarrying).
// kExhaustive: every pair of items meets (CoverPairs).
enum class Design { kRandom, kBalanced, kConnected, kKernel, kExhaustive };

// "random", "balanced", "connected", "kernel", "exhaustive".
std::vector<std::string> DesignNames();
std::string DesignName(Design design);
Design ParseDesign(const std::string& name);  // throws InputError

struct DesignOptions {
  Design design = Design::kRandom;
  int items_per_hit = 10;     // M, 2..N
  double hits_per_item = 10;  // V on average, at least 1; kExhaustive takes what it needs
  int carried = 2;            // items a HIT carries over, 1..M-1; kKernel only
  int overlap = 7;            // workers a HIT, at least 1
  double reward = 0.02;       // an assignment, at least 0
  std::string prefix{};       // before each HIT's name, so that batches differ in their names
};

// Throws InputError for options out of range: items_per_hit, hits_per_item, overlap, reward, carried of
// kKernel; and for more items than kExhaustive can take.
void CheckDesignOptions(int num_items, const DesignOptions& options);

// Deals the items into ceil(N V / M) HITs (kExhaustive: as many as it takes) of M different items in random
// order, named h1, h2, … (zero padded to equal width, with the prefix). Equal seed, equal plan. Throws
// InputError for options out of range and for what a design cannot do.
HitPlan DealHits(const NameIndex& items, const DesignOptions& options, std::uint64_t seed);

// HITs that DealHits would deal, kExhaustive aside: ceil(N V / M). Throws InputError for options out of
// range.
int NumHits(int num_items, const DesignOptions& options);

// V = int(log2(N) log_M(N)), at least 1: the HITs an item should be in so that they hang together.
// num_items >= 1, items_per_hit >= 2.
int AutoHitsPerItem(int num_items, int items_per_hit);

}  // namespace crowdclust
