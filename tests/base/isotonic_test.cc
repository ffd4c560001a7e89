#include "base/isotonic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(FitIsotonic, LeavesWhatNeverFalls) {
  const std::vector<double> values = {-1, 0, 0.5, 3}, weights = {1, 2, 1, 7};
  const IsotonicFit fit = FitIsotonic(values, weights);
  EXPECT_EQ(fit.value, values);
  EXPECT_THAT(fit.block, ElementsAre(0, 1, 2, 3));
}

TEST(FitIsotonic, PoolsByWeight) {
  const std::vector<double> values = {1, 4, 1, 9}, weights = {1, 1, 2, 1};
  const IsotonicFit fit = FitIsotonic(values, weights);
  EXPECT_THAT(fit.value, ElementsAre(1, 2, 2, 9));
  EXPECT_THAT(fit.block, ElementsAre(0, 1, 1, 2));
}

TEST(FitIsotonic, FallingValuesBecomeOneMean) {
  const std::vector<double> values = {3, 2, 1}, weights = {1, 1, 1};
  EXPECT_THAT(FitIsotonic(values, weights).value, ElementsAre(2, 2, 2));
  EXPECT_THAT(FitIsotonic({}, {}).value, IsEmpty());
}

// What makes a fit the least squares one: it never falls, has the weighted mean of every block, and no
// beginning of a block lies below that mean, so that splitting it there would have to fall.
TEST(FitIsotonic, IsTheLeastSquares) {
  Random random(testing::TestSeed(), 3);
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<double> values, weights;
    for (int i = 0; i < 1 + trial % 12; ++i) {
      values.push_back(random.Normal() + 0.1 * i);
      weights.push_back(0.1 + random.Uniform());
    }
    const IsotonicFit fit = FitIsotonic(values, weights);
    double slope = 0;  // sum of weight (value - fit) over the block so far
    for (std::size_t i = 0; i < values.size(); ++i) {
      const bool first = i == 0 || fit.block[i] != fit.block[i - 1];
      if (first) {
        EXPECT_NEAR(slope, 0, 1e-12);
        slope = 0;
      }
      if (i > 0 && first) {
        EXPECT_GT(fit.value[i], fit.value[i - 1]);
      }
      slope += weights[i] * (values[i] - fit.value[i]);
      EXPECT_GE(slope, -1e-12);
    }
    EXPECT_NEAR(slope, 0, 1e-12);
  }
}

}  // namespace
}  // namespace crowdclust
