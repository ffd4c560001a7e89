#include "clustering/held_out.h"

#include <gtest/gtest.h>

#include <cmath>

#include "clustering/bootstrap.h"
#include "clustering/choose_count.h"
#include "clustering/co_membership.h"
#include "tests/clustering/method_options.h"
#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

Answers Planted(double noise) {
  Random random(testing::TestSeed(), 1);
  return testing::PlantAnswers({.items = 24, .workers = 6, .assignments = 60, .noise = noise}, &random);
}

class HeldOutTest : public ::testing::TestWithParam<ClusterMethod> {};

TEST_P(HeldOutTest, BeatsAConstantWhereThereAreClusters) {
  const Answers answers = Planted(0.1);
  const PipelineOptions options = testing::MethodOptions(1, GetParam());
  const HeldOut found = ScoreHeldOut(answers, options, FindClusters(answers, options), {});
  EXPECT_EQ(found.folds, 5);
  EXPECT_EQ(found.whole.method.pairs, NumPairs(answers));
  EXPECT_EQ(found.within.method.pairs, 60 * 7);  // one item of 8 held out, beside 7
  EXPECT_GT(found.whole.method.nats, found.whole.constant.nats + 0.05);
  EXPECT_GT(found.within.method.nats, found.within.constant.nats + 0.05);
  EXPECT_LT(found.calibration.error, 0.1);
  EXPECT_TRUE(found.nats_of_worker.allFinite());
}

TEST_P(HeldOutTest, ThreadsChangeNothing) {
  const Answers answers = Planted(0.2);
  const PipelineOptions one = testing::MethodOptions(1, GetParam()),
                        two = testing::MethodOptions(2, GetParam());
  const HeldOut a = ScoreHeldOut(answers, one, FindClusters(answers, one), {}),
                b = ScoreHeldOut(answers, two, FindClusters(answers, two), {});
  EXPECT_EQ(a.whole.method.nats, b.whole.method.nats);
  EXPECT_EQ(a.within.method.nats, b.within.method.nats);
  EXPECT_EQ(a.calibration.error, b.calibration.error);
}

INSTANTIATE_TEST_SUITE_P(Some, HeldOutTest,
                         ::testing::Values(ClusterMethod::kAuto, ClusterMethod::kPartition,
                                           ClusterMethod::kLinkage),
                         [](const auto& method) { return ClusterMethodName(method.param); });

// Where people group at random nothing predicts them.
TEST(ScoreHeldOut, IsNoBetterThanAConstantOnNoise) {
  const Answers answers = Planted(1);
  const PipelineOptions options = testing::MethodOptions(1);
  const HeldOut found = ScoreHeldOut(answers, options, FindClusters(answers, options), {});
  EXPECT_LT(found.whole.method.nats, found.whole.constant.nats + 0.02);
}

TEST(ScoreHeldOut, NeedsTwoAssignments) {
  Answers answers = Planted(0.1);
  std::vector<bool> keep(60);
  keep[0] = true;
  answers.first_row.resize(2);
  answers.item_of_row.resize(8);
  answers.group_of_row.resize(8);
  answers.worker_of_assignment.resize(1);
  answers.hit_of_assignment.resize(1);
  answers.seconds.resize(1);
  const PipelineOptions options = testing::MethodOptions(1, ClusterMethod::kPartition);
  const HeldOut found = ScoreHeldOut(answers, options, FindClusters(answers, options), {});
  EXPECT_EQ(found.folds, 0);
  EXPECT_TRUE(std::isnan(found.whole.method.nats));
}

TEST(ChooseCount, FindsThePlantedNumber) {
  const Answers answers = Planted(0.1);
  // Cuts that know the clusters: i mod K of 4 = the truth, halves of it or of its parts.
  const CutMethod method = [](const Answers&) -> CutFunction {
    return [](int count) {
      std::vector<int> label;
      for (int i = 0; i < 24; ++i)
        label.push_back(i % 4 % count + (count > 4 && i % 8 >= 4 ? i % (count - 4) : 0));
      for (int& own : label) own = std::min(own, count - 1);
      return label;
    };
  };
  EXPECT_EQ(ChooseCount(answers, method, {1, 2, 3, 4}, testing::TestSeed(), 1), 4);
}

TEST(BootstrapLabellings, AreAllAlikeWhereTheAnswersAreClear) {
  const Answers answers = Planted(0);
  const auto labellings = BootstrapLabellings(answers, testing::Bootstraps(4, 2));
  std::vector<int> label;
  for (int i = 0; i < 24; ++i) label.push_back(i % 4);
  ASSERT_EQ(labellings.size(), 4u);
  EXPECT_GT(ClusterStability(labellings, label).minCoeff(), 0.95);
  EXPECT_EQ(labellings, BootstrapLabellings(answers, testing::Bootstraps(4, 1)));
}

}  // namespace
}  // namespace crowdclust
