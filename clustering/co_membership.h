// What several labellings of the same items share.
#pragma once

#include <Eigen/Core>
#include <span>
#include <vector>

namespace crowdclust {

// N x N: the share of the labellings (each N labels >= 0) that put two items together. At least one
// labelling.
Eigen::MatrixXd CoMembership(std::span<const std::vector<int>> labellings);

// N: for each item the mean over the labellings of the Jaccard index of its cluster there and its cluster in
// `label`, 0 in a labelling that does not have the item (-1). 1 where every labelling agrees; NaN without
// labellings. O(labellings N log N); memory goes by the highest label, as below.
Eigen::VectorXd ItemStability(std::span<const std::vector<int>> labellings, const std::vector<int>& label);

// K: for each cluster of `label` (0..K-1) the mean over the labellings of the Jaccard index of the cluster
// there that overlaps it best (Hennig, Computational Statistics & Data Analysis 2007). Only items that the
// labelling has (label >= 0) count. NaN without labellings.
Eigen::VectorXd ClusterStability(std::span<const std::vector<int>> labellings, const std::vector<int>& label);

}  // namespace crowdclust
