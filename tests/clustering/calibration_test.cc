#include "clustering/calibration.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// 100 assignments of 100 pairs whose answers come true with the chance said, or with its log odds times
// `scale`.
PairPredictions Predict(double scale) {
  Random random(testing::TestSeed(), 1);
  PairPredictions predictions;
  for (std::int64_t p = 0; p < 100; ++p) {
    for (int k = 0; k < 100; ++k) {
      const double together = 0.02 + 0.96 * random.Uniform();
      const double logit = scale * std::log(together / (1 - together));
      predictions.together.push_back(static_cast<float>(together));
      predictions.same.push_back(random.Chance(1 / (1 + std::exp(-logit))));
      predictions.assignment.push_back(p);
    }
  }
  return predictions;
}

TEST(Calibrate, TrueChancesHaveNoError) {
  const Calibration found = Calibrate(Predict(1), testing::TestSeed());
  ASSERT_EQ(found.bins.size(), 10u);
  for (const CalibrationBin& bin : found.bins) EXPECT_EQ(bin.pairs, 1000);
  EXPECT_LT(found.error, 0.03);
  EXPECT_GT(found.standard_error, 0);
  EXPECT_LT(found.standard_error, 0.01);
}

TEST(Calibrate, SeesOverconfidence) { EXPECT_GT(Calibrate(Predict(0.3), testing::TestSeed()).error, 0.1); }

TEST(Calibrate, WithoutPredictionsNothingIsKnown) {
  const Calibration found = Calibrate({}, 1);
  EXPECT_TRUE(found.bins.empty());
  EXPECT_TRUE(std::isnan(found.error));
}

TEST(FitScaling, UndoesOverconfidence) {
  PairPredictions predictions = Predict(0.3);
  const LogOddsScaling scaling = FitScaling(predictions, std::vector<bool>(predictions.size()));
  EXPECT_NEAR(scaling.scale, 0.3, 0.08);
  EXPECT_NEAR(scaling.shift, 0, 0.1);
  for (float& together : predictions.together) together = static_cast<float>(Scaled(scaling, together));
  EXPECT_LT(Calibrate(predictions, testing::TestSeed()).error, 0.03);
}

TEST(FitScaling, WithoutPredictionsChangesNothing) {
  EXPECT_NEAR(Scaled(FitScaling({}, {}), 0.7), 0.7, 1e-12);
}

TEST(ScorePairs, IsTheMeanLogLikelihood) {
  const PairPredictions predictions{{0.8F, 0.4F, 0.5F}, {true, false, true}, {7, 7, 9}};
  const PairScore score = ScorePairs(predictions);
  EXPECT_EQ(score.pairs, 3);
  EXPECT_NEAR(score.nats, (std::log(0.8) + std::log(0.6) + std::log(0.5)) / 3, 1e-7);
  EXPECT_GT(score.standard_error, 0);
  EXPECT_TRUE(std::isnan(ScorePairs({}).nats));
  EXPECT_TRUE(std::isnan(ScorePairs({{0.5F}, {true}, {0}}).standard_error));
}

}  // namespace
}  // namespace crowdclust
