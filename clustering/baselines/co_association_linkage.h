// Average linkage on the co-association, sparse.
#pragma once

#include "clustering/baselines/co_association.h"
#include "clustering/tree/cluster_tree.h"

namespace crowdclust {

// Average linkage where two items are alike as CoAssociation::Similarity says, by the nearest-neighbour
// chain. Pairs never seen count with the base rate, so the result is that of the full N x N matrix, from the
// pairs that met alone. Heights are 1 - mean similarity. O(meetings log N) memory and about as many steps
// times the length of the chain.
ClusterTree LinkCoAssociation(const CoAssociation& co_association);

}  // namespace crowdclust
