// The test of a clustering: find the item that does not belong, or say whether there is one group or two.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/name_index.h"

namespace crowdclust {

enum class IntruderQuestion {
  kIntruder,  // which of the M items does not belong? M answers
  kTwins,     // is this one group or two? two answers: 0 for one, 1 for two
};

// Of the first question: M - 1 items of one cluster and one item, the intruder, of another. Of the second:
// items of two clusters, half and half, or of one cluster alone.
struct IntruderHit {
  std::string name;
  std::vector<int> items;  // M, indices into the plan's items, no item twice, in the order shown
  int main_cluster = 0;    // index into the plan's clusters; -1 in golden HITs
  int other_cluster =
      0;  // the intruder's, or the other twin; one cluster alone names itself; -1 in golden HITs
  int right_answer = 0;  // the intruder's position, 0..M-1, or the answer to the twins' question
  bool golden = false;   // its answer is known for sure: it tells of the worker, not of the clusters
};

// HITs that ask one question, to be answered by `overlap` workers for `reward` an assignment. Items and
// clusters stand in order of first appearance: HIT by HIT, the main cluster before the other.
struct IntruderPlan {
  IntruderQuestion question = IntruderQuestion::kIntruder;
  NameIndex items;
  NameIndex clusters;  // names as in the clusters file
  std::vector<IntruderHit> hits;
  int overlap = 1;
  double reward = 0;

  int num_hits() const { return static_cast<int>(hits.size()); }
};

// How many answers the HIT can have: chance is 1 in so many.
inline int NumChoices(IntruderQuestion question, const IntruderHit& hit) {
  return question == IntruderQuestion::kTwins ? 2 : static_cast<int>(hit.items.size());
}

// The most items that a HIT shows; 0 for a plan without HITs.
inline int LargestHit(const IntruderPlan& plan) {
  std::size_t most = 0;
  for (const IntruderHit& hit : plan.hits) most = std::max(most, hit.items.size());
  return static_cast<int>(most);
}

}  // namespace crowdclust
