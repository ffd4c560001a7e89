// Whether workers choose by place instead of by looking.
#pragma once

#include <cstdint>
#include <vector>

#include "base/stats.h"
#include "intruders/intruder_answers.h"
#include "intruders/intruder_hit.h"

namespace crowdclust {

// One position over all HITs that have it.
struct PositionCount {
  std::int64_t chosen = 0;    // answers
  std::int64_t intruder = 0;  // answers to HITs whose intruder stands there
  std::int64_t wrong = 0;     // wrong answers
  double expected = 0;        // wrong answers there without a bias
};

struct PositionBias {
  std::vector<PositionCount> positions;  // by position, as many as the largest HIT shows items
  double chi_square = 0;
  int freedom = 0;  // 0: too few wrong answers to tell
  double p_value = kNaN;
};

// Wrong answers are what tells: the main items of a HIT stand in an order drawn at random, so each wrong
// answer was equally likely at any of their positions, however tempting its item. The statistic is the
// squared distance of the counts from their expectation under all orders of each HIT's main items, by the
// inverse of their covariance: chi-square with (rank) degrees of freedom, M - 1 as a rule; the wrong answers
// to one HIT may hang together. Needs five wrong answers a position. Of the intruders' question. O(R + HITs
// M^2 + M^3).
PositionBias FindPositionBias(const IntruderPlan& plan, const IntruderAnswers& answers);

}  // namespace crowdclust
