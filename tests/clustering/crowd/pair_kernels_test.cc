#include "clustering/crowd/pair_kernels.h"

#include <gtest/gtest.h>

#include <cmath>

namespace crowdclust {
namespace {

TEST(BoundCurvature, EqualsItsClosedForm) {
  for (double t = 1e-4; t < 600; t *= 1.03) {
    const long double exact = std::tanh(static_cast<long double>(t) / 2) / (4 * static_cast<long double>(t));
    EXPECT_NEAR(BoundCurvature(t * t), static_cast<double>(exact), 1e-13 * static_cast<double>(exact)) << t;
  }
}

TEST(BoundCurvature, HasItsLimits) {
  EXPECT_DOUBLE_EQ(BoundCurvature(0), 0.125);
  EXPECT_DOUBLE_EQ(BoundCurvature(-1e-18), 0.125);  // rounding below zero counts as zero
  EXPECT_DOUBLE_EQ(BoundCurvature(1e12), 0.25e-6);
}

}  // namespace
}  // namespace crowdclust
