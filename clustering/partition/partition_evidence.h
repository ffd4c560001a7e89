// The partition model: what a clustering says of people's groupings, counting items and not pairs.
//
// In assignment p with group shares b_pg, the items of cluster k draw their groups from one Dirichlet(a b_p):
//   log evidence(z) = log CRP(z) + sum over p, k of [ lnG(a) - lnG(a + n_pk)
//                     + sum over g of ( lnG(a b_pg + n_pkg) - lnG(a b_pg) ) ]                       (M18)
// with z from a Chinese restaurant process. A small a: a cluster goes into one group of an assignment whole.
#pragma once

#include <span>
#include <vector>

#include "clustering/partition/partition_layout.h"
#include "clustering/partition/scatter_tables.h"

namespace crowdclust {

struct PartitionPrior {
  double scatter = 0.4;      // a > 0: small where clusters stay whole in every assignment
  double concentration = 1;  // of the Chinese restaurant process, > 0
};

// The answers' part of M18, without the process: what labels 0..K-1 (N) say of the groupings. O(rows log M).
double GroupingEvidence(const PartitionLayout& layout, double scatter, std::span<const int> cluster_of_item);

// The same at each of several scatters, in one pass.
std::vector<double> GroupingEvidence(const PartitionLayout& layout, std::span<const ScatterTables> tables,
                                     std::span<const int> cluster_of_item);

// log of the chance of a partition under a Chinese restaurant process, from the sizes of its clusters; sizes
// of 0 are passed over.
double ProcessEvidence(double concentration, std::span<const int> size_of_cluster);

// log evidence of labels 0..K-1 (N; items without rows count in the process only). O(rows log M).
double PartitionEvidence(const PartitionLayout& layout, const PartitionPrior& prior,
                         std::span<const int> cluster_of_item);

// How many items each of the labels 0..K-1 has.
std::vector<int> LabelSizes(std::span<const int> cluster_of_item);

}  // namespace crowdclust
