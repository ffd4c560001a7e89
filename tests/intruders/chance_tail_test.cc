#include "intruders/chance_tail.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/random.h"
#include "intruders/score.h"
#include "tests/intruders/small_plans.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::PlanOf;

TEST(ChanceTail, ByHand) {
  EXPECT_NEAR(ChanceTail({{0.25, 4}}, 3), 13.0 / 256, 1e-15);
  EXPECT_DOUBLE_EQ(ChanceTail({{0.25, 4}}, 0), 1);
  EXPECT_DOUBLE_EQ(ChanceTail({}, 0), 1);
  // 1 of a half and 1 of a fifth: at least one right.
  EXPECT_NEAR(ChanceTail({{0.5, 1}, {0.2, 1}}, 1), 1 - 0.5 * 0.8, 1e-15);
  // 500 of 500 at an eighth, and 400 of 500 at a half.
  EXPECT_NEAR(std::log(ChanceTail({{0.125, 300}}, 300)), 300 * std::log(0.125), 1e-9);
  EXPECT_NEAR(ChanceTail({{0.5, 1000}}, 500), 0.5126125, 1e-7);
}

TEST(ChanceTail, AgreesWithAllOutcomesInTurn) {
  const std::vector<double> chances = {0.5, 0.5, 0.125, 0.2, 0.2, 0.2, 0.125, 0.5, 0.3};
  std::map<double, std::int64_t> answers_of_chance;
  for (const double chance : chances) ++answers_of_chance[chance];
  std::vector<double> of_count(chances.size() + 1);
  for (unsigned outcome = 0; outcome < 1U << chances.size(); ++outcome) {
    double probability = 1;
    std::size_t right = 0;
    for (std::size_t i = 0; i < chances.size(); ++i) {
      const bool is_right = (outcome >> i & 1U) != 0;
      probability *= is_right ? chances[i] : 1 - chances[i];
      right += is_right;
    }
    of_count[right] += probability;
  }
  for (std::size_t right = 0; right <= chances.size(); ++right) {
    const double tail =
        std::accumulate(of_count.begin() + static_cast<std::ptrdiff_t>(right), of_count.end(), 0.0);
    EXPECT_NEAR(ChanceTail(answers_of_chance, static_cast<std::int64_t>(right)), tail, 1e-14) << right;
  }
}

TEST(CountDistribution, TailsMeet) {
  CountDistribution sum;
  for (int i = 0; i < 300; ++i) sum.Add(BinomialChances(7, 0.3));
  for (const std::int64_t count : {0, 500, 630, 700, 2100, 2101})
    EXPECT_NEAR(sum.AtLeast(count) + sum.AtMost(count - 1), 1, 1e-12) << count;
  EXPECT_NEAR(sum.AtLeast(630), ChanceTail({{0.3, 2100}}, 630), 1e-11);
}

// A random answer to each HIT by some workers who all tend to one item: the exact tail is the share of all
// ways to place the intruders.
TEST(ShuffledTail, AgreesWithAllPlacesOfTheIntruders) {
  Random random(testing::TestSeed(), 1);
  IntruderPlan plan = PlanOf({0, 1, 2, 0}, 3);
  IntruderAnswers answers;
  for (int h = 0; h < 4; ++h) {
    const int favourite = random.Below(3);
    for (int w = 0; w < 3; ++w) {
      answers.hit_of_row.push_back(h);
      answers.worker_of_row.push_back(answers.workers.Add(std::to_string(w)));
      answers.answer_of_row.push_back(random.Chance(0.6) ? favourite : random.Below(3));
    }
  }
  std::vector<int> rows(answers.hit_of_row.size());
  std::iota(rows.begin(), rows.end(), 0);
  const auto right_with = [&](const std::array<int, 4>& places) {
    int right = 0;
    for (std::size_t r = 0; r < rows.size(); ++r)
      right += answers.answer_of_row[r] == places[static_cast<std::size_t>(answers.hit_of_row[r])];
    return right;
  };
  const int observed = right_with({0, 1, 2, 0});
  int as_many = 0;
  for (int code = 0; code < 81; ++code)
    as_many += right_with({code % 3, code / 3 % 3, code / 9 % 3, code / 27}) >= observed;
  EXPECT_NEAR(ShuffledTail(plan, answers, rows), as_many / 81.0, 1e-12);
}

TEST(HolmCorrected, ByHand) {
  EXPECT_THAT(HolmCorrected(std::vector<double>{0.01, 0.04, 0.03, 0.005}),
              ::testing::ElementsAre(0.03, 0.06, 0.06, 0.02));
  EXPECT_THAT(HolmCorrected(std::vector<double>{0.9, 0.6}), ::testing::ElementsAre(1, 1));
  EXPECT_TRUE(HolmCorrected({}).empty());
}

// Largest distance of an empirical distribution from the uniform one.
double KolmogorovSmirnov(std::vector<double> values) {
  std::ranges::sort(values);
  double distance = 0;
  const auto n = static_cast<double>(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto rank = static_cast<double>(i);
    distance = std::max({distance, values[i] - rank / n, (rank + 1) / n - values[i]});
  }
  return distance;
}

// By chance the p-values of 2,000 studies are uniform: of the numbers right that share a p-value, the place
// between it and the next smaller one is drawn. Kolmogorov and Smirnov's limit at .01 is 1.63 / sqrt(n).
TEST(PValues, AreUniformUnderChance) {
  Random random(testing::TestSeed(), 2);
  constexpr int kStudies = 2000, kHits = 40, kWorkers = 5, kItems = 8;
  std::vector<double> by_chance, shuffled;
  for (int study = 0; study < kStudies; ++study) {
    std::vector<int> positions;
    for (int h = 0; h < kHits; ++h) positions.push_back(random.Below(kItems));
    const IntruderPlan plan = PlanOf(positions, kItems);
    IntruderAnswers answers, alike;  // independent; and workers who all take the same item, right or not
    std::int64_t right = 0, right_alike = 0;
    for (int h = 0; h < kHits; ++h) {
      const int favourite = random.Below(kItems);
      for (int w = 0; w < kWorkers; ++w) {
        for (IntruderAnswers* all : {&answers, &alike}) {
          all->hit_of_row.push_back(h);
          all->worker_of_row.push_back(all->workers.Add(std::to_string(w)));
        }
        answers.answer_of_row.push_back(random.Below(kItems));
        alike.answer_of_row.push_back(random.Chance(0.8) ? favourite : random.Below(kItems));
        right += answers.answer_of_row.back() == positions[static_cast<std::size_t>(h)];
        right_alike += alike.answer_of_row.back() == positions[static_cast<std::size_t>(h)];
      }
    }
    const std::map<double, std::int64_t> chances = {{1.0 / kItems, kHits * kWorkers}};
    const double more = ChanceTail(chances, right + 1);
    by_chance.push_back(more + random.Uniform() * (ChanceTail(chances, right) - more));
    if (study % 4 != 0) continue;
    std::vector<int> rows(alike.hit_of_row.size());
    std::iota(rows.begin(), rows.end(), 0);
    shuffled.push_back(ShuffledTail(plan, alike, rows));
  }
  EXPECT_LT(KolmogorovSmirnov(by_chance), 1.63 / std::sqrt(kStudies));
  // Discrete, so never below its level too often.
  for (const double level : {0.01, 0.05, 0.2, 0.5}) {
    const auto below =
        static_cast<double>(std::ranges::count_if(shuffled, [&](double p) { return p <= level; }));
    const auto n = static_cast<double>(shuffled.size());
    EXPECT_LE(below / n, level + 4 * std::sqrt(level * (1 - level) / n)) << level;
  }
}

}  // namespace
}  // namespace crowdclust
