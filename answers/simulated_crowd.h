// The people of a described crowd: who sees what, who answers which HIT, how long it takes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "answers/crowd.h"
#include "answers/known_labels.h"
#include "base/name_index.h"
#include "base/random.h"

namespace crowdclust {

enum class WorkerKind { kFirstLabel, kSecondLabel, kSpammer };

struct SimulatedWorker {
  std::string name;  // w001, w002, …
  WorkerKind kind = WorkerKind::kFirstLabel;
  bool lumper = false;
  bool splitter = false;
  double noise = 0;                // chance of a wrong answer for an item; 0 for spammers, who never look
  std::vector<int> label_of_item;  // the label this worker sees; the plain first label for spammers
};

// A simulation of one seed draws from these streams of it; another one with the same workers takes others.
enum SimulationStream : std::uint64_t {
  kWorkerStream = 0,
  kDealStream = 1,
  kAnswerStream = 2,
  kHardItemStream = 3,
  kFirstFreeStream = 4
};

// The crowd, as the crowd's shares say. A lumper joins labels; a splitter divides what is seen then by the
// second label. `second` may be null. Labels are of the same items. Equal seed, equal workers: the workers
// who group are those who later look for intruders. Throws InputError when someone needs the second label and
// there is none. O(workers * items).
std::vector<SimulatedWorker> MakeWorkers(const CrowdDescription& crowd, const LabelColumn& truth,
                                         const LabelColumn* second, std::uint64_t seed);

// Which of so many known items are hard, 1 for these. Equal seed, equal items. O(items).
std::vector<char> DrawHardItems(int num_items, const CrowdDescription& crowd, std::uint64_t seed);

// Which workers answer each HIT: `overlap` different ones, 0 for all, so that no worker gets more than one
// assignment more than another. Throws InputError when the crowd is too small for the overlap or for its
// assignments_per_worker. O(num_hits * overlap^2 + workers).
std::vector<std::vector<int>> DealAssignments(int num_hits, int overlap, const CrowdDescription& crowd,
                                              std::uint64_t seed);

// Seconds that one assignment takes this worker.
double DrawSeconds(const SimulatedWorker& worker, const CrowdDescription& crowd, Random* random);

// For each of `items` its index among the known ones. Throws InputError that names those without a label (ten
// at most, and how many more there are).
std::vector<int> KnownIndices(const NameIndex& items, const NameIndex& known);

}  // namespace crowdclust
