#include "clustering/draw_labellings.h"

#include <gmock/gmock.h>

#include <set>

#include "base/random.h"
#include "metrics/agreement.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::TestSeed;

// Each of 30 items of three clusters in turn, grouped by `assignments` workers, eight a time, a tenth
// anywhere.
Answers PlantedForDraws(int assignments) {
  Random random(TestSeed());
  Answers answers;
  std::vector<int> deck;
  for (int i = 0; i < 30; ++i) {
    answers.items.Add(std::to_string(i));
    deck.push_back(i);
  }
  answers.workers.Add("w");
  for (int p = 0; p < assignments; ++p) {
    random.Shuffle(&deck);
    for (std::size_t k = 0; k < 8; ++k) {
      answers.item_of_row.push_back(deck[k]);
      answers.group_of_row.push_back(random.Chance(0.1) ? random.Below(3) : deck[k] % 3);
    }
    answers.worker_of_assignment.push_back(0);
    answers.hit_of_assignment.push_back(-1);
    answers.seconds.push_back(0);
    answers.first_row.push_back(answers.num_rows());
  }
  return answers;
}

std::vector<int> Truth() {
  std::vector<int> truth;
  for (int i = 0; i < 30; ++i) truth.push_back(i % 3);
  return truth;
}

double MeanAgreement(const std::vector<std::vector<int>>& labellings) {
  double sum = 0;
  for (const std::vector<int>& label : labellings) sum += MeasureAgreement(label, Truth()).adjusted_rand;
  return sum / static_cast<double>(labellings.size());
}

TEST(DrawLabellings, AreSureOfManyAnswersAndUnsureOfFew) {
  const auto many = DrawLabellings(PlantedForDraws(120), {.seed = TestSeed()});
  ASSERT_EQ(many.size(), 40U);
  EXPECT_GT(MeanAgreement(many), 0.95);
  const auto few = DrawLabellings(PlantedForDraws(8), {.seed = TestSeed()});
  EXPECT_LT(MeanAgreement(few), 0.9);
  EXPECT_GT(std::set<std::vector<int>>(few.begin(), few.end()).size(), 30U);
}

TEST(DrawLabellings, ThreadsNeverChangeThem) {
  const Answers answers = PlantedForDraws(20);
  EXPECT_EQ(DrawLabellings(answers, {.seed = TestSeed()}),
            DrawLabellings(answers, {.seed = TestSeed(), .num_threads = 2}));
}

TEST(DrawLabellings, EndWhenTold) {
  EXPECT_TRUE(
      DrawLabellings(PlantedForDraws(20), {.seed = TestSeed()}, [](double) { return false; }).empty());
}

}  // namespace
}  // namespace crowdclust
