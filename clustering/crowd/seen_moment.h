// How a worker sees an item. Built like the kernels in pair_kernels.h, since it runs for every place of an
// item.
#pragma once

namespace crowdclust {

// E[W x x' W] for one item, packed (P), entries off the diagonal doubled: E[W] E[x x'] E[W] and the spread of
// W itself, whose entries are independent. Also `pull` (D) = E[W] E[x]. O(D^3).
void SeenSecondMoment(const double* weight_mean, const double* weight_variance, const double* item_mean,
                      const double* item_variance, int dimensions, double* packed, double* pull);

}  // namespace crowdclust
