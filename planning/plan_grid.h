// The plans that a study may have, and what each asks for and costs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "answers/crowd.h"
#include "hits/design.h"

namespace crowdclust {

// kWithin: can be asked. kBeyondBudget: costs more than there is. kTooFewWorkers: the crowd's workers do not
// give as many assignments. kCannotBeDealt: the design cannot do it with so few HITs.
enum class PlanStatus { kWithin, kBeyondBudget, kTooFewWorkers, kCannotBeDealt };

// "within", "beyond_budget", "too_few_workers", "cannot_be_dealt".
std::string PlanStatusName(PlanStatus status);

struct StudyPlan {
  double hits_per_item = 0;  // V
  int overlap = 1;
  std::int64_t hits = 0;
  std::int64_t assignments = 0;
  std::int64_t pair_labels = 0;
  double cost = 0;           // rewards and fee
  double working_hours = 0;  // of all workers, expected
  PlanStatus status = PlanStatus::kWithin;
};

struct PlanGridOptions {
  DesignOptions design = {};               // its hits_per_item and overlap are the plans'
  double fee = 0;                          // the platform's, as a share of the reward; at least 0
  double budget = 0;                       // at least 0
  double seconds_per_item = 0;             // of workers who look; 0: the crowd's seconds of an assignment
  std::vector<double> hits_per_item = {};  // each 1 or more; empty: chosen
  std::vector<int> overlaps = {};          // each 1 or more; empty: chosen
  bool coarse = false;                     // choose fewer, as each takes long to simulate
};

// So often at most an item is asked about (HITs an item times overlap) where both are chosen.
constexpr double kMostAnswersOfItem = 100;

// All pairs of the options' HITs an item and overlaps, by overlap, then HITs an item. Chosen are 2, 3, 4, 6,
// 8, 12, 16, … HITs an item as long as the budget allows them with the least overlap, and overlaps 1, 2, 3,
// 5, 7 and 10 up to the number of workers; where `coarse`, 2, 4, 8, 16, … and 1, 2 and 5. kExhaustive has one
// number of HITs an item, what it takes: it deals once to know. Throws InputError for options out of range,
// an overlap of more workers than the crowd has, and where no plan is within the budget (naming the
// cheapest).
std::vector<StudyPlan> MakePlanGrid(int num_items, const CrowdDescription& crowd,
                                    const PlanGridOptions& options);

// Seconds that an assignment takes on average, spammers among the workers.
double SecondsOfAssignment(const CrowdDescription& crowd, const PlanGridOptions& options);

}  // namespace crowdclust
