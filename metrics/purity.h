// How pure the clusters are.
#pragma once

#include "metrics/contingency.h"

namespace crowdclust {

// Share of the items that have the most frequent true label of their cluster, in 0..1; 1 for no items.
// Splitting a cluster never lowers it, so single items have purity 1: read it beside the number of clusters.
// O(K1 K2).
double Purity(const Contingency& table);

}  // namespace crowdclust
