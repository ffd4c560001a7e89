#include "intruders/advice.h"

#include <gmock/gmock.h>

#include <array>
#include <cmath>

#include "intruders/advice_text.h"
#include "tests/intruders/small_plans.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::HasSubstr;

struct AdvisedStudy {
  JudgedAnswers judged;
  IntruderScore score;
};

// Four clusters, every ordered pair in `hits` HITs of 8 items, answered by 5 of 30 workers each; the intruder
// between 0 and 1 is found by chance, any other in 90 %.
AdvisedStudy FourClusters(int hits, std::uint64_t seed) {
  Random random(seed);
  IntruderPlan plan;
  for (const char* name : {"0", "1", "2", "3"}) plan.clusters.Add(name);
  IntruderAnswers answers;
  for (int w = 0; w < 30; ++w) answers.workers.Add(testing::Numbered("w", w));
  for (int round = 0; round < hits; ++round) {
    for (int main = 0; main < 4; ++main) {
      for (int other = 0; other < 4; ++other) {
        if (main == other) continue;
        IntruderHit hit{.name = testing::Numbered("i", plan.num_hits()),
                        .items = {},
                        .main_cluster = main,
                        .other_cluster = other,
                        .right_answer = random.Below(8)};
        for (int i = 0; i < 8; ++i) hit.items.push_back(i);
        for (const int w : random.Order(30)) {
          if (answers.hit_of_row.size() % 5 == 0 && !answers.hit_of_row.empty() &&
              answers.hit_of_row.back() == plan.num_hits())
            break;
          answers.hit_of_row.push_back(plan.num_hits());
          answers.worker_of_row.push_back(w);
          const bool sees = main + other != 1 && random.Chance(0.9);
          answers.answer_of_row.push_back(sees ? hit.right_answer : random.Below(8));
          answers.seconds.push_back(std::nan(""));
        }
        plan.hits.push_back(hit);
      }
    }
  }
  return {JudgeAnswers(plan, answers), ScoreIntruders(plan, answers)};
}

TEST(Advise, MergesThePairThatPeopleConfuse) {
  const AdvisedStudy study = FourClusters(12, testing::TestSeed());
  const std::vector<Advice> advice = Advise(study.score);
  ASSERT_FALSE(advice.empty());
  EXPECT_EQ(advice[0].kind, AdviceKind::kMerge);
  const std::string text = AdviceText(advice[0], study.judged, study.score);
  EXPECT_THAT(text, HasSubstr("merge clusters 0 and 1: people find the intruder between them in "));
  for (std::size_t i = 1; i < advice.size(); ++i) EXPECT_NE(advice[i].kind, AdviceKind::kMerge);
  EXPECT_EQ(study.score.by_pair[0].main_cluster + study.score.by_pair[0].other_cluster, 1);
}

TEST(Advise, AsksAgainWhereTooFewAnswered) {
  const AdvisedStudy study = FourClusters(1, testing::TestSeed());
  bool asks = false;
  for (const Advice& advice : Advise(study.score, {.half_width = 0.02})) {
    asks |= advice.kind == AdviceKind::kAskCluster;
    if (advice.kind == AdviceKind::kAskCluster || advice.kind == AdviceKind::kAskPair) {
      EXPECT_GT(advice.more_answers, 0);
      EXPECT_THAT(AdviceText(advice, study.judged, study.score), HasSubstr("more answers"));
    }
  }
  EXPECT_TRUE(asks);
}

TEST(MoreAnswers, GoByTheRoot) {
  EXPECT_EQ(MoreAnswers(100, 0.2, 0.1), 300);
  EXPECT_EQ(MoreAnswers(100, 0.1, 0.1), 0);
  EXPECT_EQ(MoreAnswers(100, 0.05, 0.1), 0);
}

}  // namespace
}  // namespace crowdclust
