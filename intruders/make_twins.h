// Twins: HITs that ask whether two clusters should be one.
#pragma once

#include <string>

#include "answers/known_labels.h"
#include "base/name_index.h"
#include "intruders/make_intruders.h"

namespace crowdclust {

// HITs of M items, half of one cluster and half of another (of an odd M, one more of the larger), to be
// called one group or two; and, to know how often people see two groups where there is one, HITs of M items
// of one cluster. Every pair and every cluster alone gets an equal share of options.count. A cluster with
// fewer items than its part shows all it has, two at least; clusters of one item are in no HIT. Drawn
// uniformly, in random order, no HIT with the same items twice; options.per_hit is 4 or more, choice and
// nearest play no part. Throws InputError for one cluster only, or fewer than two of two items. Deterministic
// by seed.
MadeIntruders MakeTwins(const NameIndex& items, const LabelColumn& clusters, const IntruderOptions& options,
                        const std::string& place);

}  // namespace crowdclust
