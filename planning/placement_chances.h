// Where each item may belong, as far as the answers tell.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "clustering/clustering.h"

namespace crowdclust {

// K x N, a column an item: the chance that it is of each of the clusters, above 0 and adding up to 1. It is
// the share of the labellings (N labels each, 0 or more) that have it there, with a thousandth of a labelling
// for every cluster. A cluster of a labelling counts as the one of `clusters` that it shares most items with,
// the lower index at a tie. O(labellings N + clusters of labellings * K).
Eigen::MatrixXd PlacementChances(const Clustering& clusters, const std::vector<std::vector<int>>& labellings);

// K: what the chances of an item are before anybody has seen it: the clusters' shares, where every cluster
// counts half an item more.
Eigen::VectorXd ChancesOfNewItem(const Clustering& clusters);

}  // namespace crowdclust
