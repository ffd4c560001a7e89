// The test of a clustering: find the item that does not belong.
#pragma once

#include <string>
#include <vector>

#include "base/name_index.h"

namespace crowdclust {

// M - 1 items of one cluster and one item, the intruder, of another.
struct IntruderHit {
  std::string name;
  std::vector<int> items;     // M, indices into the plan's items, no item twice, in the order shown
  int main_cluster = 0;       // index into the plan's clusters
  int intruder_cluster = 0;   // another one
  int intruder_position = 0;  // 0..M-1: items[intruder_position] is the intruder
};

// HITs of the same M each, to be answered by `overlap` workers for `reward` an assignment. Items and clusters
// stand in order of first appearance: HIT by HIT, the main cluster before the intruder's.
struct IntruderPlan {
  NameIndex items;
  NameIndex clusters;  // names as in the clusters file
  std::vector<IntruderHit> hits;
  int overlap = 1;
  double reward = 0;

  int num_hits() const { return static_cast<int>(hits.size()); }
  // M; 0 for a plan without HITs.
  int per_hit() const { return hits.empty() ? 0 : static_cast<int>(hits.front().items.size()); }
};

}  // namespace crowdclust
