// What a plan asks for, sees and costs.
#pragma once

#include <cstdint>

#include "hits/hit.h"

namespace crowdclust {

// Of the ordinary HITs and their items, but for the last three.
struct Coverage {
  std::int64_t items = 0;  // N: all but those that stand in HITs with known groups alone
  std::int64_t hits = 0;
  std::int64_t assignments = 0;  // HITs times overlap
  std::int64_t pair_labels = 0;  // M (M - 1) / 2 of each assignment
  double pairs_met_share = 0;    // of all N (N - 1) / 2 item pairs, those together in a HIT; 0 for N < 2
  std::int64_t fewest_hits_of_item = 0;
  std::int64_t most_hits_of_item = 0;
  std::int64_t most_meetings_of_pair = 0;
  std::int64_t uneven_meetings = 0;  // see Meetings::uneven; 0: no plan of these counts is more even
  int components = 0;                // of the graph of items that meet; 1: all hang together
  double spectral_gap = 0;      // of that graph (see SpectralGap), to three digits; 0 where not connected
  std::int64_t known_hits = 0;  // those whose groups are known
  std::int64_t known_assignments = 0;  // these HITs times overlap; 0 where every worker answers
  double reward_total = 0;             // both kinds of assignments times reward
};

// Counts exactly, for any N: O(sum over HITs of M^2) time, O(N + rows) space, and a few hundred times O(rows)
// for the spectral gap.
Coverage CoverageOf(const HitPlan& plan);

}  // namespace crowdclust
