#include "planning/choose_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

PlanRow Row(double hits_per_item, int overlap, double cost, std::vector<double> of_study) {
  return {.plan = {.hits_per_item = hits_per_item, .overlap = overlap, .cost = cost},
          .quality = {.of_study = std::move(of_study)}};
}

std::vector<PlanRow> Summarised(std::vector<PlanRow> rows) {
  SummariseQuality(&rows);
  return rows;
}

TEST(SummariseQuality, MeansAndErrors) {
  const auto rows = Summarised({Row(2, 1, 1, {0.2, 0.4, 0.6}), Row(4, 1, 2, {0.7}), Row(8, 1, 3, {})});
  EXPECT_NEAR(rows[0].quality.mean, 0.4, 1e-12);
  EXPECT_NEAR(rows[0].quality.standard_error, 0.2 / std::sqrt(3.0), 1e-12);
  EXPECT_NEAR(rows[0].quality.smoothed, 0.4, 1e-12);
  EXPECT_EQ(rows[1].quality.mean, 0.7);
  EXPECT_TRUE(std::isnan(rows[1].quality.standard_error));
  EXPECT_TRUE(std::isnan(rows[2].quality.mean));
  EXPECT_TRUE(std::isnan(rows[2].quality.smoothed));
}

TEST(SummariseQuality, SmoothsEachOverlapOverHits) {
  // Not in order; the first two of overlap 1 fall and are pooled, 2 studies to 1; overlap 2 stands alone.
  const auto rows = Summarised({Row(4, 1, 2, {0.3, 0.3}), Row(2, 1, 1, {0.6, 0.6, 0.6, 0.6}),
                                Row(8, 1, 4, {0.9, 0.7}), Row(2, 2, 2, {0.1, 0.3})});
  EXPECT_NEAR(rows[0].quality.smoothed, 0.5, 1e-12);
  EXPECT_NEAR(rows[1].quality.smoothed, 0.5, 1e-12);
  EXPECT_NEAR(rows[2].quality.smoothed, 0.8, 1e-12);
  EXPECT_NEAR(rows[2].quality.smoothed_error, rows[2].quality.standard_error, 1e-12);
  EXPECT_NEAR(rows[3].quality.smoothed, 0.2, 1e-12);
  EXPECT_NEAR(rows[0].quality.mean, 0.3, 1e-12);
}

TEST(SummariseQuality, PooledErrorsAreTheirWeightedMean) {
  const auto rows = Summarised({Row(2, 1, 1, {0.5, 0.7, 0.5, 0.7}), Row(4, 1, 2, {0.2, 0.4})});
  const double expected = (4 * rows[0].quality.standard_error + 2 * rows[1].quality.standard_error) / 6;
  EXPECT_NEAR(rows[0].quality.smoothed_error, expected, 1e-12);
  EXPECT_NEAR(rows[1].quality.smoothed_error, expected, 1e-12);
}

TEST(CheapestReaching, GoesByCostAndNotByOrder) {
  const auto rows = Summarised({Row(8, 1, 4, {0.97}), Row(2, 1, 1, {0.5}), Row(4, 1, 2, {0.9}),
                                Row(4, 2, 3, {0.96}), Row(8, 2, 5, {0.99})});
  EXPECT_EQ(CheapestReaching(rows, 0.95), 3);
  EXPECT_EQ(CheapestReaching(rows, 0.9), 2);
  EXPECT_EQ(CheapestReaching(rows, 0.98), 4);
  EXPECT_EQ(CheapestReaching(rows, 1), -1);
  EXPECT_EQ(BestPlan(rows), 4);
}

TEST(CheapestReaching, OfEqualCostTheBetter) {
  const auto rows = Summarised({Row(4, 1, 2, {0.8}), Row(2, 2, 2, {0.9})});
  EXPECT_EQ(CheapestReaching(rows, 0.7), 1);
}

TEST(CheapestReaching, NothingWasSimulated) {
  const auto rows = Summarised({Row(2, 1, 1, {})});
  EXPECT_EQ(CheapestReaching(rows, 0), -1);
  EXPECT_EQ(BestPlan(rows), -1);
  EXPECT_THAT(EfficientPlans(rows), IsEmpty());
}

TEST(EfficientPlans, NothingAsCheapEqualsThem) {
  const auto rows = Summarised({Row(8, 1, 4, {0.9}), Row(2, 1, 1, {0.3}), Row(2, 2, 2, {0.5}),
                                Row(4, 1, 2, {0.6}), Row(4, 2, 3, {0.55}), Row(8, 2, 8, {0.9})});
  EXPECT_THAT(EfficientPlans(rows), ElementsAre(1, 3, 0));
}

}  // namespace
}  // namespace crowdclust
