// HITs whose answers say most about the clusters.
#pragma once

#include <vector>

#include "hits/blocks.h"
#include "planning/pair_information.h"

namespace crowdclust {

constexpr int kMostItemsToWeigh = 3'000;

struct ChooseHitsOptions {
  int num_hits = 20;       // at least 1
  int items_per_hit = 10;  // M, 2..N
  TogetherRates rates;
  // What a pair's information is worth once the pair stands in a HIT chosen here, and once one of its items
  // does: answers say again what others have said. 0 to 1.
  int most_of_cluster = 2;  // items of one cluster of the first labelling in a HIT, while there are others
  double pair_again = 0.3;
  double item_again = 0.8;
};

struct ChosenHits {
  Blocks blocks;                    // indices of items
  std::vector<double> information;  // of each block: the sum over its pairs in nats, worth less as said above
};

// Chooses blocks one after the other, each by adding the item that has most information (PairInformation)
// with the items there, from several first items, the best of these blocks being taken. `labellings` (N
// labels each) are draws of what the clusters may be: the share of them that puts two items together is the
// chance that they are. Ties go to the item in fewest of the blocks so far, then to the lowest index. N is at
// most kMostItemsToWeigh. O(N^2 labellings + num_hits M N) time, 8 bytes a pair.
ChosenHits ChooseHits(const std::vector<std::vector<int>>& labellings, const ChooseHitsOptions& options);

}  // namespace crowdclust
