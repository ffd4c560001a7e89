// How sure a share of right answers is, where HITs and workers differ.
#pragma once

#include <span>

#include "base/stats.h"
#include "intruders/judged_answers.h"

namespace crowdclust {

struct PrecisionInterval {
  double share = 0;               // of the rows that are right; NaN without rows
  Interval interval{};            // 95 %
  double design_effect = 1;       // variance of the share over that of as many independent answers, averaged
  double hit_correlation = 0;     // of two answers to one HIT, within a cluster; averaged
  double worker_correlation = 0;  // of two answers of one worker; averaged
};

// What is fixed and what is a draw of many.
enum class DrawnFrom {
  kTheseHits,      // the interval is for these very HITs: only workers are a draw
  kTheseClusters,  // HITs of these clusters and workers are draws
  kMoreClusters,   // clusters are a draw too
};

// An interval for the expected share of right answers of the rows (indices into `judged`), from a linear
// mixed model with a mean for each cluster and crossed effects of HITs and workers, docs/intruders.md (I1) to
// (I4): var(share) = share (1 - share) (1 + a (m_hit - 1) + b (m_worker - 1)) / n with the correlations a and
// b averaged over their likelihood, each the fourth power of a uniform number before, and Wilson's interval
// for each. Without variety to learn from (one worker, one HIT, all answers right) the average is that
// before. Equal to Wilson's interval where every HIT and every worker has one answer. O(rows + 10^4).
PrecisionInterval FindPrecisionInterval(const JudgedAnswers& judged, std::span<const int> rows,
                                        DrawnFrom drawn);

}  // namespace crowdclust
