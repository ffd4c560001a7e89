// How many answers an intruder test needs.
#pragma once

#include <cstdint>

namespace crowdclust {

// Every answer is right with chance `precision`, whatever the others; see design_effect.
struct AnswersNeeded {
  std::int64_t answers = 0;
  double reached = 0;  // the half-width expected, or the power, with so many
};

// The fewest answers whose expected half-width of Wilson's 95 % interval is at most `half_width`, and is so
// for any more: the mean over all numbers of right answers, exact. precision in (0, 1), half_width in (0,
// 0.5), 0.001 at least. O(answers).
AnswersNeeded AnswersForHalfWidth(double precision, double half_width);

// The fewest answers from which on a one-sided exact binomial test of right answers at `level` tells
// `precision` from `chance` with at least `power`; power goes up and down as answers are added, so the number
// is one after which it never falls below. 0 < chance < precision < 1, level and power in (0, 1). Throws
// InputError where about ten million are too few. O(sqrt(answers) + 1 / chance) tails.
AnswersNeeded AnswersForPower(double precision, double chance, double power, double level = 0.05);

// Power of that test with n answers.
double PowerOf(std::int64_t n, double precision, double chance, double level);

// Half-width of Wilson's 95 % interval expected of n answers.
double ExpectedHalfWidth(std::int64_t n, double precision);

}  // namespace crowdclust
