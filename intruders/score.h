// How often people find the intruders: what clusters are worth to those who look at them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "intruders/intruder_answers.h"
#include "intruders/intruder_hit.h"
#include "intruders/judged_answers.h"
#include "intruders/position_bias.h"
#include "intruders/precision_interval.h"
#include "intruders/share_right.h"
#include "intruders/worker_scores.h"

namespace crowdclust {

// HITs of one main cluster, of one pair of clusters, or all. The totals of majority and Dawid-Skene answers
// are the HITs with answers.
struct GroupScore {
  int main_cluster = -1;   // index into the clusters; -1 for all. Of a pair the one named first
  int other_cluster = -1;  // of a pair, whichever of the two the intruder is of; else -1
  int hits = 0;
  int unanswered = 0;      // HITs without answers: in no share
  ShareRight answers;      // single answers: model precision (Chang et al., NIPS 2009)
  ShareRight majority;     // majority votes; a tie is wrong, also where the intruder is one of the tied
  ShareRight dawid_skene;  // the crowd's answers by Dawid and Skene's method
  double chance = kNaN;    // mean chance of the answers
  PrecisionInterval precision{};  // of single answers, where HITs and workers differ
  double p_value = 1;             // as many answers right or more by chance, all independent; exact
  double p_mid = 1;          // the same with half the chance of exactly as many: uniform by chance on average
  double p_holm = 1;         // p_value corrected over the groups of its kind
  double p_shuffled = kNaN;  // by chance given the answers: see ShuffledTail
};

// One HIT; answers as in IntruderHit::right_answer, -1 without answers or where they are not known.
struct HitOutcome {
  ShareRight answers;
  double p_value = 1;    // as GroupScore's
  int majority = -1;     // the answer most chosen, the lowest at a tie
  bool is_tied = false;  // whether another was chosen as often
  bool majority_right = false;
  int dawid_skene = -1;
  bool dawid_skene_right = false;
  bool is_overruled = false;  // all of two or more answers agree, and the Dawid-Skene answer is another
};

// The shoes study's own figure: whether the item that the Dawid-Skene answer names lies in the intruder's
// cluster, 1 or 0, averaged over the HITs with answers; NaN without.
struct ShoesStudyFigure {
  double over_hits = kNaN;
  std::vector<double> of_main_cluster;  // by IntruderScore::by_cluster
};

struct IntruderScore {
  IntruderQuestion question = IntruderQuestion::kIntruder;
  bool knows_choices = true;  // false: only whether answers are right, so no votes, no positions
  GroupScore overall;
  std::vector<GroupScore> by_cluster;              // whole numbers by value, then other names by letters
  std::vector<GroupScore> by_pair;                 // fewest right first
  DrawnFrom headline = DrawnFrom::kTheseClusters;  // what overall.precision is drawn from
  std::optional<PrecisionInterval> more_clusters;  // clusters a draw too: from kFewestClusters clusters on
  ShoesStudyFigure shoes_study;
  std::vector<HitOutcome> hits;  // in the plan's order
  std::vector<int> unanswered;   // HITs without answers
  PositionBias positions;        // of the intruders' question
  std::vector<IntruderWorkerScore> workers;
};

// Below so many clusters nothing is said of any but these.
inline constexpr int kFewestClusters = 20;

// The sweeps of Dawid and Skene's method, as in the released study.
inline constexpr int kDawidSkeneSweeps = 10;

// Scores the answers to a plan of at least one HIT, none golden. A twins' HIT of one cluster is counted under
// that cluster, one of two under the pair. Where every cluster has one HIT the headline is for these HITs.
// O(R M + J M M) a Dawid-Skene sweep, and the tests' (see chance_tail.h, worker_scores.h).
IntruderScore ScoreIntruders(const IntruderPlan& plan, const IntruderAnswers& answers);

// The same where it is only known which answers are right.
IntruderScore ScoreJudged(const JudgedAnswers& judged);

}  // namespace crowdclust
