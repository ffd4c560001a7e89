// HITs whose answers say most of where items belong.
#pragma once

#include <Eigen/Core>
#include <cstdint>

#include "hits/blocks.h"

namespace crowdclust {

struct ChooseHitsOptions {
  int num_hits = 20;       // at least 1
  int items_per_hit = 10;  // M, 2..N
  double error = 0.2;      // chance that a worker puts an item anywhere, above 0 and below 1
  std::uint64_t seed = 1;  // for ties
};

// Chooses blocks of M of the N items one after the other, each for the greatest sum of PlacementInformation
// over its items: from the item that is least sure, by adding the best one at a time, then by exchanging each
// for the best. `chance` is K x N (see PlacementChances). What is to be learnt of an item falls by the share
// of its entropy that the blocks before are to say; of equally good items the one in fewest blocks is taken.
// Above kItemsToWeigh items a block is chosen among the least sure and the surest of each cluster. Equal
// seed, equal blocks. O(num_hits * min(N, kItemsToWeigh) * M^2 K + num_hits N log N).
Blocks ChooseHits(const Eigen::MatrixXd& chance, const ChooseHitsOptions& options);

constexpr int kItemsToWeigh = 400;

}  // namespace crowdclust
