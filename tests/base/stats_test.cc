#include "base/stats.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace crowdclust {
namespace {

TEST(MeanOf, HasTheErrorOfTheMean) {
  const std::array values = {1.0, 2.0, 3.0, 6.0};
  const MeanAndError of_all = MeanOf(values);
  EXPECT_EQ(of_all.mean, 3);
  EXPECT_NEAR(of_all.standard_error, std::sqrt(14.0 / 3 / 4), 1e-15);
}

TEST(MeanOf, FewValuesHaveNoError) {
  EXPECT_TRUE(std::isnan(MeanOf({}).mean));
  const std::array one = {0.25};
  EXPECT_EQ(MeanOf(one).mean, 0.25);
  EXPECT_TRUE(std::isnan(MeanOf(one).standard_error));
}

// The ends are where the normal test of a share just does not reject: (p - share)^2 = z^2 p (1 - p) / n.
TEST(WilsonInterval, EndsSolveTheScoreEquation) {
  for (const auto& [right, total] : {std::pair{3.0, 10.0}, {0.0, 7.0}, {9.0, 9.0}, {480.0, 500.0}}) {
    const Interval interval = WilsonInterval(right, total, 1.96);
    for (const double p : {interval.low, interval.high}) {
      EXPECT_NEAR((p - right / total) * (p - right / total), 1.96 * 1.96 * p * (1 - p) / total, 1e-12);
    }
    EXPECT_LE(interval.low, right / total);
    EXPECT_GE(interval.high, right / total);
  }
}

TEST(WilsonInterval, KnowsNothingFromNothing) {
  EXPECT_EQ(WilsonInterval(0, 0).low, 0);
  EXPECT_EQ(WilsonInterval(0, 0).high, 1);
}

TEST(WilsonInterval, NarrowsWithAnswers) {
  const Interval few = WilsonInterval(6, 10), many = WilsonInterval(600, 1000);
  EXPECT_LT(many.high - many.low, few.high - few.low);
}

}  // namespace
}  // namespace crowdclust
