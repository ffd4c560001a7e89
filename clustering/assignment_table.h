// One assignment's items by cluster and group, of which only the sums are kept.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "clustering/matrix_agreement.h"

namespace crowdclust {

// Every sum is over ordered pairs of different items.
struct AssignmentTable {
  int clusters = 0;  // that at least one item has
  int groups = 0;
  double in_both = 0;      // pairs in one cluster and one group
  PairMoments by_cluster;  // total: pairs in one cluster
  PairMoments by_group;    // total: pairs in one group
};

// Any labels >= 0, however high; of equal length. O(M log M); `scratch` is overwritten and spares memory
// being taken for every assignment.
AssignmentTable CountAssignmentTable(std::span<const int> cluster_of_place,
                                     std::span<const int> group_of_place,
                                     std::vector<std::uint64_t>* scratch);

}  // namespace crowdclust
