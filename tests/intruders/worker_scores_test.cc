#include "intruders/worker_scores.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/intruders/simulated_judges.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// Worker w answers HIT h: right[h][w].
JudgedAnswers JudgedBy(const std::vector<std::vector<bool>>& right) {
  JudgedAnswers judged;
  judged.clusters.Add("0");
  for (std::size_t h = 0; h < right.size(); ++h) {
    judged.hit_names.push_back("h" + std::to_string(h));
    judged.main_cluster_of_hit.push_back(0);
    judged.other_cluster_of_hit.push_back(-1);
    judged.chance_of_hit.push_back(0.25);
    for (std::size_t w = 0; w < right[h].size(); ++w) {
      judged.hit_of_row.push_back(static_cast<int>(h));
      judged.worker_of_row.push_back(judged.workers.Add("w" + std::to_string(w)));
      judged.right_of_row.push_back(right[h][w]);
    }
  }
  return judged;
}

TEST(ScoreWorkers, ByHand) {
  const std::vector<IntruderWorkerScore> scores =
      ScoreWorkers(JudgedBy({{true, true, false}, {true, true, false}, {true, false, false}}));
  EXPECT_EQ(scores[0].answers.right, 3);
  EXPECT_DOUBLE_EQ(scores[0].chance, 0.25);
  EXPECT_DOUBLE_EQ(scores[0].chance_tail, 0.25 * 0.25 * 0.25);
  EXPECT_NEAR(scores[0].others_tail, 1, 1e-12);
  // The others' of the cluster: 2 of 6, drawn towards a half, (2 + 1) / 8; of the HITs (1 + 0.75) / 4 twice
  // and (0 + 0.75) / 4.
  EXPECT_NEAR(scores[0].others, (2 * 1.75 / 4 + 0.75 / 4) / 3, 1e-12);
  EXPECT_EQ(scores[2].answers.right, 0);
  EXPECT_EQ(scores[2].chance_tail, 1);
}

TEST(ScoreWorkers, FlagsWhoAnswersByChanceAndNobodyElse) {
  Random random(testing::TestSeed());
  testing::SimulatedJudges study =
      testing::SimulateJudges({.overlap = 8, .workers = 20, .mean = 2, .worker_spread = 0.3}, &random);
  JudgedAnswers& judged = study.judged;
  for (std::size_t r = 0; r < judged.hit_of_row.size(); ++r) {
    if (judged.worker_of_row[r] < 3) judged.right_of_row[r] = random.Chance(0.125);
  }
  const std::vector<IntruderWorkerScore> scores = ScoreWorkers(judged);
  int flagged = 0;  // one in twenty of them does better than chance at 5 %
  for (std::size_t w = 0; w < 3; ++w) flagged += scores[w].at_chance;
  EXPECT_GE(flagged, 1);
  for (std::size_t w = 3; w < scores.size(); ++w) EXPECT_FALSE(scores[w].at_chance) << w;
}

TEST(ScoreWorkers, FewAnswersAndClustersThatMeanNothingFlagNobody) {
  EXPECT_FALSE(ScoreWorkers(JudgedBy({{true, true, false}}))[2].at_chance);
  Random random(testing::TestSeed(), 1);
  const testing::SimulatedJudges study = testing::SimulateJudges(
      {.mean = -1.94, .cluster_spread = 0, .hit_spread = 0, .worker_spread = 0}, &random);  // an eighth
  int flagged = 0;
  for (const IntruderWorkerScore& score : ScoreWorkers(study.judged)) flagged += score.at_chance;
  EXPECT_LE(flagged, 4);  // of 40, at 5 %
}

TEST(ScoreWorkers, OneAloneAndOneWithoutAnswers) {
  JudgedAnswers judged = JudgedBy({{false}, {false}, {true}});
  judged.workers.Add("absent");
  const std::vector<IntruderWorkerScore> scores = ScoreWorkers(judged);
  EXPECT_FALSE(scores[0].at_chance);
  EXPECT_DOUBLE_EQ(scores[0].others, 0.5);
  EXPECT_EQ(scores[1].answers.total, 0);
  EXPECT_TRUE(std::isnan(scores[1].chance));
  EXPECT_FALSE(scores[1].at_chance);
}

}  // namespace
}  // namespace crowdclust
