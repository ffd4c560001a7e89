// HITs drawn, on their way into a plan.
#pragma once

#include <vector>

#include "answers/known_labels.h"
#include "base/name_index.h"
#include "intruders/hit_shares.h"
#include "intruders/make_intruders.h"

namespace crowdclust {

// A HIT in terms of the clustering's own items and labels.
struct HitDraft {
  std::vector<int> items;  // in the order shown
  int main_cluster = 0;
  int other_cluster = 0;
  int right_answer = 0;
};

// What a plan is made of.
struct PlanSource {
  const NameIndex& items;
  const LabelColumn& clusters;
  const IntruderOptions& options;
};

// Fills in what is asked for and too small: clusters of fewer than two items.
MadeIntruders BeginPlan(const PlanSource& source, const ClusterItems& by_cluster);

// Puts the drafts into the plan in random order, named by the letter and numbers from 001 on, and fills in
// the shortfall.
void FinishPlan(const PlanSource& source, char letter, std::vector<HitDraft> drafts, MadeIntruders* made);

}  // namespace crowdclust
