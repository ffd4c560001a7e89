#include "intruders/score.h"

#include <gmock/gmock.h>

#include <array>
#include <cmath>

#include "base/random.h"
#include "tests/intruders/small_plans.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::PlanOf;

// Answers as (HIT, worker, position).
IntruderAnswers AnswersOf(const std::vector<std::array<int, 3>>& rows) {
  IntruderAnswers answers;
  for (const auto& [hit, worker, position] : rows) {
    while (answers.workers.size() <= worker)
      answers.workers.Add(testing::Numbered("w", answers.workers.size()));
    answers.hit_of_row.push_back(hit);
    answers.worker_of_row.push_back(worker);
    answers.answer_of_row.push_back(position);
    answers.seconds.push_back(std::nan(""));
  }
  return answers;
}

TEST(ShareRight, ByHand) {
  const ShareRight share{.right = 8, .total = 10};
  EXPECT_DOUBLE_EQ(share.share(), 0.8);
  EXPECT_NEAR(share.interval().low, 0.4901625, 1e-6);
  EXPECT_NEAR(share.interval().high, 0.9433178, 1e-6);
  EXPECT_TRUE(std::isnan(ShareRight{}.share()));
  EXPECT_EQ(ShareRight{}.interval().low, 0);
  EXPECT_EQ(ShareRight{}.interval().high, 1);
}

TEST(ScoreIntruders, ByHand) {
  const IntruderPlan plan = PlanOf({0, 1, 2});
  // HIT 0: 2 of 3 right. HIT 1: tied, the lowest position is right by luck. HIT 2: 1 of 3 right, 2 at
  // position 0.
  const IntruderScore score = ScoreIntruders(
      plan,
      AnswersOf({{0, 0, 0}, {0, 1, 0}, {0, 2, 1}, {1, 0, 1}, {1, 1, 2}, {2, 0, 2}, {2, 1, 0}, {2, 2, 0}}));
  EXPECT_DOUBLE_EQ(score.overall.chance, 1.0 / 3);
  EXPECT_NEAR(score.overall.p_value, 1697.0 / 6561, 1e-12);  // 4 right or more of 8 by a third
  EXPECT_NEAR(score.overall.p_mid, (1697.0 - 1120.0 / 2) / 6561, 1e-12);
  EXPECT_EQ(score.overall.answers.right, 4);
  EXPECT_EQ(score.overall.answers.total, 8);
  EXPECT_EQ(score.overall.majority.right, 1);
  EXPECT_EQ(score.overall.majority.total, 3);
  EXPECT_EQ(score.hits[1].majority, 1);
  EXPECT_TRUE(score.hits[1].is_tied);
  EXPECT_FALSE(score.hits[1].majority_right);
  EXPECT_EQ(score.hits[2].majority, 0);
  EXPECT_FALSE(score.hits[2].is_tied);
}

TEST(ScoreIntruders, ByMainCluster) {
  IntruderPlan plan = PlanOf({0, 0, 0, 0});
  for (const char* name : {"10", "boots", "2"}) plan.clusters.Add(name);
  plan.hits[0].main_cluster = 2;  // "10"
  plan.hits[1].main_cluster = 3;  // "boots"
  plan.hits[2].main_cluster = 4;  // "2"
  plan.hits[3].main_cluster = 2;
  const IntruderScore score = ScoreIntruders(plan, AnswersOf({{0, 0, 0}, {1, 0, 1}, {3, 0, 2}}));
  std::vector<std::string> names;
  for (const GroupScore& group : score.by_cluster) names.push_back(plan.clusters.Name(group.main_cluster));
  EXPECT_THAT(names, ElementsAre("2", "10", "boots"));
  EXPECT_EQ(score.by_cluster[0].hits, 1);
  EXPECT_EQ(score.by_cluster[0].unanswered, 1);
  EXPECT_EQ(score.by_cluster[0].majority.total, 0);
  EXPECT_EQ(score.by_cluster[1].hits, 2);
  EXPECT_EQ(score.by_cluster[1].answers.right, 1);
  EXPECT_EQ(score.by_cluster[1].answers.total, 2);
  EXPECT_EQ(score.by_cluster[2].answers.right, 0);
  EXPECT_THAT(score.unanswered, ElementsAre(2));
  EXPECT_EQ(score.overall.hits, 4);
  EXPECT_EQ(score.overall.unanswered, 1);
  EXPECT_EQ(score.overall.dawid_skene.total, 3);
  EXPECT_EQ(score.hits[2].majority, -1);
  EXPECT_EQ(score.hits[2].dawid_skene, -1);
  EXPECT_FALSE(score.hits[2].dawid_skene_right);
}

std::vector<std::array<int, 3>> Everybody(const IntruderPlan& plan, int workers, int shift) {
  std::vector<std::array<int, 3>> rows;
  for (int h = 0; h < plan.num_hits(); ++h) {
    const int truth = plan.hits[static_cast<std::size_t>(h)].right_answer;
    for (int w = 0; w < workers; ++w) rows.push_back({h, w, (truth + shift) % LargestHit(plan)});
  }
  return rows;
}

TEST(ScoreIntruders, AllRightAllWrongAndOneJudge) {
  Random random(testing::TestSeed());
  std::vector<int> positions;
  for (int h = 0; h < 40; ++h) positions.push_back(random.Below(5));
  const IntruderPlan plan = PlanOf(positions, 5);
  for (const int workers : {1, 6}) {
    const GroupScore right = ScoreIntruders(plan, AnswersOf(Everybody(plan, workers, 0))).overall;
    const GroupScore wrong = ScoreIntruders(plan, AnswersOf(Everybody(plan, workers, 2))).overall;
    for (const auto share : {&GroupScore::answers, &GroupScore::majority, &GroupScore::dawid_skene}) {
      EXPECT_EQ((right.*share).share(), 1) << workers;
      EXPECT_EQ((wrong.*share).share(), 0) << workers;
    }
    EXPECT_EQ(right.answers.total, 40 * workers);
    EXPECT_EQ(right.dawid_skene.total, 40);
  }
}

// Two who always find it against three who always take the first position: the vote is lost, but the method
// sees that the three say nothing.
TEST(ScoreIntruders, DawidSkeneSeesThroughThoseWhoDoNotLook) {
  std::vector<int> positions;
  for (int h = 0; h < 60; ++h) positions.push_back(h % 6);
  const IntruderPlan plan = PlanOf(positions, 6);
  std::vector<std::array<int, 3>> rows = Everybody(plan, 2, 0);
  for (int h = 0; h < plan.num_hits(); ++h) {
    for (int w = 2; w < 5; ++w) rows.push_back({h, w, 0});
  }
  const GroupScore score = ScoreIntruders(plan, AnswersOf(rows)).overall;
  EXPECT_EQ(score.majority.right, 10);  // where the first position is the intruder's
  EXPECT_EQ(score.dawid_skene.right, 60);
}

TEST(ScoreIntruders, OrderAndNamesOfWorkersChangeNothing) {
  Random random(testing::TestSeed());
  const IntruderPlan plan = PlanOf({0, 1, 2, 3, 1, 2, 0, 0}, 4);
  std::vector<std::array<int, 3>> rows;
  for (int h = 0; h < plan.num_hits(); ++h) {
    for (int w = 0; w < 5; ++w) {
      const int truth = plan.hits[static_cast<std::size_t>(h)].right_answer;
      rows.push_back({h, w, random.Chance(0.7) ? truth : random.Below(4)});
    }
  }
  const IntruderScore before = ScoreIntruders(plan, AnswersOf(rows));
  random.Shuffle(&rows);
  for (auto& [hit, worker, position] : rows) worker = 4 - worker;
  const IntruderScore after = ScoreIntruders(plan, AnswersOf(rows));
  EXPECT_EQ(after.overall.answers.right, before.overall.answers.right);
  EXPECT_NEAR(after.overall.precision.interval.low, before.overall.precision.interval.low, 1e-9);
  EXPECT_NEAR(after.overall.p_shuffled, before.overall.p_shuffled, 1e-12);
  EXPECT_NEAR(after.positions.chi_square, before.positions.chi_square, 1e-9);
  for (std::size_t h = 0; h < plan.hits.size(); ++h) {
    EXPECT_EQ(after.hits[h].answers.right, before.hits[h].answers.right);
    EXPECT_EQ(after.hits[h].majority, before.hits[h].majority);
    EXPECT_EQ(after.hits[h].is_tied, before.hits[h].is_tied);
    EXPECT_EQ(after.hits[h].dawid_skene, before.hits[h].dawid_skene);
  }
}

}  // namespace
}  // namespace crowdclust
