// What a simulated crowd answers to a plan.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "answers/crowd.h"
#include "answers/known_labels.h"
#include "answers/simulated_crowd.h"
#include "base/random.h"
#include "hits/hit.h"

namespace crowdclust {

// What a worker is shown.
struct ShownItems {
  std::vector<int> known = {};  // indices into the workers' label_of_item
  std::vector<char> hard = {};  // of each, 1 where it is hard for everybody; empty where none is
};

// One worker's groups for items: 0, 1, … in order of first appearance, -1 for an item left without one.
std::vector<int> GroupItems(const SimulatedWorker& worker, const ShownItems& items,
                            const CrowdDescription& crowd, Random* random);

struct SimulatedAssignment {
  int hit = 0;             // index into the plan's HITs
  int worker = 0;          // index into the workers
  std::vector<int> group;  // of each item of the HIT, in its order; -1 for none
  double seconds = 0;
};

struct SimulatedAnswers {
  std::vector<SimulatedWorker> workers;
  std::vector<SimulatedAssignment> assignments;  // HIT by HIT
};

// Everybody's answers to the plan. The first column of `known` is the truth, the second one (where there is
// one) the second label. Throws InputError for items of the plan that `known` lacks, and as MakeWorkers and
// DealAssignments do. Equal seed, equal answers. O(workers * kinds of items + rows).
SimulatedAnswers SimulateAnswers(const HitPlan& plan, const KnownLabels& known, const CrowdDescription& crowd,
                                 std::uint64_t seed);

}  // namespace crowdclust
