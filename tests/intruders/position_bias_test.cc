#include "intruders/position_bias.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "base/special.h"
#include "tests/intruders/small_plans.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::PlanOf;

struct Study {
  IntruderPlan plan;
  IntruderAnswers answers;
};

// HITs of six items; five workers each, who find the intruder half of the time and else take the HIT's
// tempting item, or with chance `first` the first one.
Study Simulate(int hits, double first, Random* random) {
  std::vector<int> positions;
  for (int h = 0; h < hits; ++h) positions.push_back(random->Below(6));
  Study study{.plan = PlanOf(positions, 6), .answers = {}};
  for (int h = 0; h < hits; ++h) {
    const int intruder = positions[static_cast<std::size_t>(h)];
    int tempting = random->Below(5);
    tempting += tempting >= intruder;
    for (int w = 0; w < 5; ++w) {
      study.answers.hit_of_row.push_back(h);
      study.answers.worker_of_row.push_back(study.answers.workers.Add(std::to_string(w)));
      const int answer = random->Chance(first) ? 0 : random->Chance(0.5) ? intruder : tempting;
      study.answers.answer_of_row.push_back(answer);
      study.answers.seconds.push_back(std::nan(""));
    }
  }
  return study;
}

TEST(FindPositionBias, CountsByHand) {
  const IntruderPlan plan = PlanOf({0, 2});
  IntruderAnswers answers{.workers = {},
                          .hit_of_row = {0, 0, 1, 1, 1},
                          .worker_of_row = {0, 1, 0, 1, 2},
                          .answer_of_row = {0, 1, 0, 0, 2},
                          .seconds = {}};
  const PositionBias bias = FindPositionBias(plan, answers);
  ASSERT_EQ(bias.positions.size(), 3U);
  EXPECT_EQ(bias.positions[0].chosen, 3);
  EXPECT_EQ(bias.positions[0].intruder, 2);
  EXPECT_EQ(bias.positions[0].wrong, 2);
  EXPECT_DOUBLE_EQ(bias.positions[0].expected, 1);    // half of the second HIT's two
  EXPECT_DOUBLE_EQ(bias.positions[1].expected, 1.5);  // half of all three
  EXPECT_DOUBLE_EQ(bias.positions[2].expected, 0.5);
  EXPECT_EQ(bias.freedom, 0);
  EXPECT_TRUE(std::isnan(bias.p_value));
}

// Where each HIT has one wrong answer and all intruders stand last, this is Pearson's chi-square of the
// counts.
TEST(FindPositionBias, IsPearsonsOfIndependentAnswers) {
  const IntruderPlan plan = PlanOf(std::vector<int>(60, 3), 4);
  IntruderAnswers answers;
  for (int h = 0; h < 60; ++h) {
    answers.hit_of_row.push_back(h);
    answers.worker_of_row.push_back(answers.workers.Add("w"));
    answers.answer_of_row.push_back(h < 10 ? 0 : h < 35 ? 1 : 2);
  }
  const PositionBias bias = FindPositionBias(plan, answers);
  EXPECT_EQ(bias.freedom, 2);
  EXPECT_NEAR(bias.chi_square, (100 + 25 + 25) / 20.0, 1e-9);
  EXPECT_NEAR(bias.p_value, std::exp(-bias.chi_square / 2), 1e-9);  // of two degrees of freedom
}

TEST(FindPositionBias, TemptingItemsAreNoBias) {
  Random random(testing::TestSeed(), 1);
  constexpr int kStudies = 400;
  int low = 0, mean = 0;
  for (int study = 0; study < kStudies; ++study) {
    const Study simulated = Simulate(60, 0, &random);
    const PositionBias bias = FindPositionBias(simulated.plan, simulated.answers);
    EXPECT_EQ(bias.freedom, 5);
    low += bias.p_value < 0.05;
    mean += bias.p_value < 0.5;
  }
  EXPECT_LT(low, 0.05 * kStudies + 4 * std::sqrt(0.05 * 0.95 * kStudies));
  EXPECT_NEAR(mean, 0.5 * kStudies, 4 * std::sqrt(0.25 * kStudies));
}

TEST(FindPositionBias, FindsThoseWhoTakeTheFirst) {
  Random random(testing::TestSeed(), 2);
  const Study simulated = Simulate(300, 0.2, &random);
  const PositionBias bias = FindPositionBias(simulated.plan, simulated.answers);
  EXPECT_LT(bias.p_value, 1e-4);
  EXPECT_GT(static_cast<double>(bias.positions[0].wrong), bias.positions[0].expected);
}

TEST(ChiSquareTail, ByHand) {
  EXPECT_NEAR(ChiSquareTail(3.841458820694124, 1), 0.05, 1e-12);
  EXPECT_NEAR(ChiSquareTail(18.30703805327515, 10), 0.05, 1e-12);
  EXPECT_EQ(ChiSquareTail(0, 3), 1);
}

}  // namespace
}  // namespace crowdclust
