// What a simulated crowd answers to intruder HITs.
#pragma once

#include <cstdint>
#include <span>

#include "answers/crowd.h"
#include "answers/known_labels.h"
#include "answers/simulated_crowd.h"
#include "base/random.h"
#include "intruders/intruder_answers.h"
#include "intruders/intruder_hit.h"

namespace crowdclust {

// The position that one worker chooses among `items` (indices into label_of_item; two or more): an item whose
// label, as the worker sees it, is the rarest of the HIT, any of them as likely where there are several. With
// the worker's noise as the chance, any other position instead, each as likely. A spammer chooses any
// position.
int ChooseIntruder(const SimulatedWorker& worker, std::span<const int> items, Random* random);

// What one worker says of twins, 0 for one group and 1 for two: two where the second most frequent label, as
// the worker sees it, has a quarter of the items or more. With the worker's noise as the chance the other
// answer; a spammer gives either.
int CountGroups(const SimulatedWorker& worker, std::span<const int> items, Random* random);

// Everybody's answers to the plan, HIT by HIT; workers are named as in SimulateAnswers of the same crowd and
// seed, and see the same labels. The first column of `known` is the truth, the second one (where there is
// one) the second label; the clusters in the plan play no part. Throws InputError for items that `known`
// lacks, and as MakeWorkers and DealAssignments do. Equal seed, equal answers. O(workers * kinds of items +
// answers * M).
IntruderAnswers SimulateIntruders(const IntruderPlan& plan, const KnownLabels& known,
                                  const CrowdDescription& crowd, std::uint64_t seed);

}  // namespace crowdclust
