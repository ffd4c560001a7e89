// Golden HITs among ordinary ones.
#pragma once

#include <cstdint>
#include <vector>

#include "hits/hit.h"
#include "hits/known_hits.h"

namespace crowdclust {

// Golden HITs that are a share `rate`, 0 to 0.9, of all when added to `ordinary` HITs, rounded; `fewest`
// where that is more. Throws InputError where they are too many to count.
int NumGoldenHits(std::int64_t ordinary, double rate, int fewest);

// Puts the golden HITs, whose items are indices into the known items, among those of the plan: all are cut
// into as many stretches as there are golden ones, of one length or one more, each with its golden HIT at a
// random place. Items that the plan does not know are added to it. Equal seed, equal plan.
void MixInGolden(const GroupedItems& known, const std::vector<Hit>& golden, std::uint64_t seed,
                 HitPlan* plan);

// The HITs, whose items are indices into the known items, as a plan of their own that every worker answers.
// Its items are those in the HITs.
HitPlan PlanForEveryWorker(const GroupedItems& known, const std::vector<Hit>& hits, double reward);

}  // namespace crowdclust
