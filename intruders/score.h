// How often people find the intruders: what clusters are worth to those who look at them.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "base/stats.h"
#include "intruders/intruder_answers.h"
#include "intruders/intruder_hit.h"

namespace crowdclust {

struct ShareRight {
  std::int64_t right = 0;
  std::int64_t total = 0;

  // NaN where there is nothing to share.
  double share() const {
    return total > 0 ? static_cast<double>(right) / static_cast<double>(total)
                     : std::numeric_limits<double>::quiet_NaN();
  }
  // Wilson's, 95 %.
  Interval interval() const { return WilsonInterval(static_cast<double>(right), static_cast<double>(total)); }
};

// HITs of one main cluster, or all. The totals of the last two are the HITs with answers.
struct GroupScore {
  int main_cluster = -1;  // index into the plan's clusters; -1 for all
  int hits = 0;
  int unanswered = 0;      // HITs without answers: in no share
  ShareRight answers;      // single answers
  ShareRight majority;     // majority votes; a tie is wrong, also where the intruder is one of the tied
  ShareRight dawid_skene;  // the crowd's answers by Dawid and Skene's method
};

// One HIT; positions 0..M-1, -1 without answers.
struct HitOutcome {
  int answers = 0;
  int right = 0;
  int majority = -1;     // the position most chosen, the lowest at a tie
  bool is_tied = false;  // whether another was chosen as often
  bool majority_right = false;
  int dawid_skene = -1;
  bool dawid_skene_right = false;
};

// Right is the intruder's position. The released study asks whether the item of the Dawid-Skene answer is of
// the intruder's cluster: the same thing, since no other item of the HIT is.
struct IntruderScore {
  double chance = 0;  // 1 / M: the share that answers without looking reach
  GroupScore overall;
  std::vector<GroupScore> by_cluster;  // main clusters: whole numbers by value, then other names by letters
  std::vector<HitOutcome> hits;        // in the plan's order
  std::vector<int> unanswered;         // HITs without answers
};

// The sweeps of Dawid and Skene's method, as in the released study.
inline constexpr int kDawidSkeneSweeps = 10;

// Scores the answers to the plan; the labels that the vote and the Dawid-Skene method see are the M
// positions. The plan has at least one HIT. O(R M + J M M) a sweep.
IntruderScore ScoreIntruders(const IntruderPlan& plan, const IntruderAnswers& answers);

}  // namespace crowdclust
