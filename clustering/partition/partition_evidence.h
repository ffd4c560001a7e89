// The partition model: what a clustering says of people's groupings, counting items and not pairs.
//
// In assignment p with group shares b_pg, the items of cluster k draw their groups from one Dirichlet(a b_p):
//   log evidence(z) = log CRP(z) + sum over p, k of [ lnG(a) - lnG(a + n_pk)
//                     + sum over g of ( lnG(a b_pg + n_pkg) - lnG(a b_pg) ) ]                       (M18)
// with z from a Chinese restaurant process. A small a: a cluster goes into one group of an assignment whole.
#pragma once

#include <span>

#include "clustering/partition/partition_layout.h"

namespace crowdclust {

struct PartitionPrior {
  double scatter = 0.4;      // a > 0: small where clusters stay whole in every assignment
  double concentration = 1;  // of the Chinese restaurant process, > 0
};

// log evidence of labels 0..K-1 (N; items without rows count in the process only). O(rows log M).
double PartitionEvidence(const PartitionLayout& layout, const PartitionPrior& prior,
                         std::span<const int> cluster_of_item);

}  // namespace crowdclust
