// Golden intruder HITs among the others.
#pragma once

#include <cstdint>

#include "intruders/intruder_hit.h"

namespace crowdclust {

struct GoldenShares {
  double rate = 0.1;  // golden HITs among all, 0 to 0.9
  int training = 0;   // golden HITs kept for training instead, 0 or more
};

struct MixedGolden {
  IntruderPlan training;  // a suite of its own, every HIT golden
  int mixed = 0;          // golden HITs put among the others
  int wanted = 0;         // as many as the rate asks for; more than there are where `mixed` is less
};

// Takes `golden` (all golden, of the plan's question and of items known by name) in random order: the first
// for training, then as many as the rate asks for at random places among the plan's HITs; no golden HIT is in
// both. Throws InputError for fewer golden HITs than training ones. Deterministic by seed. O(HITs M).
MixedGolden MixGolden(const IntruderPlan& golden, const GoldenShares& shares, std::uint64_t seed,
                      IntruderPlan* plan);

}  // namespace crowdclust
