#include "intruders/plan_intruders.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/stats.h"
#include "intruders/chance_tail.h"

namespace crowdclust {
namespace {

TEST(ExpectedHalfWidth, IsTheMeanOverAllOutcomes) {
  const std::vector<double> chances = BinomialChances(3, 0.7);
  double expected = 0;
  for (int right = 0; right <= 3; ++right) {
    const Interval interval = WilsonInterval(right, 3);
    expected += chances[static_cast<std::size_t>(right)] * (interval.high - interval.low) / 2;
  }
  EXPECT_NEAR(ExpectedHalfWidth(3, 0.7), expected, 1e-12);
}

TEST(AnswersForHalfWidth, IsTheFewest) {
  for (const double precision : {0.5, 0.8, 0.97}) {
    for (const double half_width : {0.2, 0.1, 0.03}) {
      const AnswersNeeded needed = AnswersForHalfWidth(precision, half_width);
      EXPECT_LE(needed.reached, half_width);
      EXPECT_GT(ExpectedHalfWidth(needed.answers - 1, precision), half_width);
      // Near the textbook's z^2 p (1 - p) / w^2.
      const double textbook = 3.8415 * precision * (1 - precision) / (half_width * half_width);
      EXPECT_NEAR(static_cast<double>(needed.answers), textbook, 12 + 0.2 * textbook);
    }
  }
}

TEST(PowerOf, ByHand) {
  // 5 answers at an eighth: 3 right have a tail of .016, 2 one of .12.
  EXPECT_NEAR(PowerOf(5, 0.8, 0.125, 0.05), 0.94208, 1e-10);
  EXPECT_NEAR(PowerOf(1, 0.8, 0.125, 0.05), 0, 1e-15);
}

TEST(AnswersForPower, StaysThereFromThenOn) {
  for (const double precision : {0.2, 0.35, 0.8}) {
    const AnswersNeeded needed = AnswersForPower(precision, 0.125, 0.9);
    EXPECT_GE(needed.reached, 0.9);
    EXPECT_LT(PowerOf(needed.answers - 1, precision, 0.125, 0.05), 0.9) << precision;
    for (std::int64_t n = needed.answers; n < 3 * needed.answers + 60; ++n)
      EXPECT_GE(PowerOf(n, precision, 0.125, 0.05), 0.9) << precision << " with " << n;
  }
}

// Close to chance tens of thousands are needed, and found without trying each number.
TEST(AnswersForPower, NearChance) {
  const AnswersNeeded needed = AnswersForPower(0.13, 0.125, 0.9);
  EXPECT_GE(needed.reached, 0.9);
  EXPECT_LT(PowerOf(needed.answers - 1, 0.13, 0.125, 0.05), 0.9);
  EXPECT_NEAR(static_cast<double>(needed.answers), 38000, 1500);  // (z1 s1 + z2 s2)^2 / d^2
}

}  // namespace
}  // namespace crowdclust
