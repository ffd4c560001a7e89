// Moves items between clusters: one draw, or one best choice, an item.
#pragma once

#include <vector>

#include "base/random.h"
#include "clustering/partition/item_scores.h"

namespace crowdclust {

// One sweep at temperature T > 0: every item, in random order, is drawn a cluster with chance by weight^(1 /
// T). O(rows M + items K), exponentials for the clusters of an item's companions only.
void DrawItems(double temperature, double concentration, Random* random, ItemScores* scores);

// One sweep at temperature 0: every item, in random order, goes to its best cluster and stays where none is
// better. Returns how many moved.
int ImproveItems(double concentration, Random* random, ItemScores* scores);

}  // namespace crowdclust
