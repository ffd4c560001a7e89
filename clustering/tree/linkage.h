// Agglomerative clustering of a dense dissimilarity by the nearest-neighbour chain (Murtagh, The Computer
// Journal 1983): exact, O(N^2) time, no heap.
#pragma once

#include <Eigen/Core>

#include "clustering/tree/cluster_tree.h"

namespace crowdclust {

// How far two clusters are: the mean over their pairs, or Ward's increase (the dissimilarity read as a
// Euclidean distance; Lance and Williams, The Computer Journal 1967).
enum class LinkageRule { kAverage, kWard };

// `dissimilarity` is N x N, symmetric, finite and >= 0 off the diagonal, N >= 1; it is used up. Leaf i stands
// for weight[i] >= 1 items (all 1 where `weight` is empty). Ties go to the lowest index.
ClusterTree LinkClusters(Eigen::MatrixXd&& dissimilarity, LinkageRule rule,
                         const Eigen::VectorXd& weight = {});

}  // namespace crowdclust
