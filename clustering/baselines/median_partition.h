// The partition that disagrees least with the answers: each pair by majority, as far as one partition can.
#pragma once

#include <cstdint>
#include <vector>

#include "clustering/baselines/co_association.h"

namespace crowdclust {

// Pair labels that disagree with the labels of the items (N).
std::int64_t Disagreements(const CoAssociation& co_association, const std::vector<int>& label);

// Moves single items, lowest first, from `start` (labels 0..K-1) to the label of fewest disagreements until
// no move helps; no label is emptied and none is added, so K stays. O(meetings) a pass.
std::vector<int> ImproveMedianPartition(const CoAssociation& co_association, std::vector<int> start);

}  // namespace crowdclust
