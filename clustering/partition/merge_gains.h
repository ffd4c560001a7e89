// What merging two clusters does to the evidence of a partition.
#pragma once

#include <Eigen/Core>
#include <span>

#include "clustering/partition/partition_evidence.h"

namespace crowdclust {

// K x K, strictly upper triangle: the change of M18 when clusters k < l of the labels 0..K-1 become one. The
// rest is 0. O(rows log M + sum over assignments of (clusters there)^2 M).
// `tables` are of the prior's scatter.
Eigen::MatrixXd MergeGains(const PartitionLayout& layout, const PartitionPrior& prior,
                           const ScatterTables& tables, std::span<const int> cluster_of_item);

}  // namespace crowdclust
