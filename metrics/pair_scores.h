// Of the pairs of items put together, how many belong together.
#pragma once

#include "metrics/contingency.h"

namespace crowdclust {

// Over all pairs of items; each score in 0..1. Where there is no pair to judge a score is 1: nothing was
// wrong.
struct PairScores {
  double precision = 1;  // of the pairs together in `found`, the share together in `truth`
  double recall = 1;     // of the pairs together in `truth`, the share together in `found`
  double f1 = 1;         // 2 (pairs in both) / (pairs in found + pairs in truth): their harmonic mean
};

// Pairs are counted in 64 bits, exactly for N up to 3e9. O(K1 K2).
PairScores ScorePairs(const Contingency& table);

}  // namespace crowdclust
