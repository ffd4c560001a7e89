#include "clustering/worker_summary.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

TEST(SummariseWorkers, CountsRepeatedPairLabels) {
  Answers answers;
  for (const char* item : {"a", "b", "c"}) answers.items.Add(item);
  answers.workers.Add("w");
  answers.workers.Add("silent");
  answers.worker_of_assignment = {0};
  answers.hit_of_assignment = {-1};
  answers.seconds = {40};
  answers.item_of_row = {0, 1, 2};
  answers.group_of_row = {0, 0, 1};
  answers.first_row = {0, 3};
  const auto summaries = SummariseWorkers(answers, MakeClustering(std::vector<int>{0, 1, 1}));
  ASSERT_EQ(summaries.size(), 2u);
  EXPECT_EQ(summaries[0].assignments, 1);
  EXPECT_EQ(summaries[0].pairs, 3);
  EXPECT_DOUBLE_EQ(summaries[0].agreement, 1.0 / 3);        // of ab, ac, bc only ac is repeated
  EXPECT_DOUBLE_EQ(summaries[0].adjusted_agreement, -0.5);  // no pair in both; 1/3 by chance, 1 at most
  EXPECT_EQ(summaries[0].extra_groups, 0);
  EXPECT_TRUE(std::isnan(summaries[0].extra_groups_low));
  EXPECT_EQ(summaries[0].median_seconds, 40);
  EXPECT_FALSE(summaries[0].random);  // one assignment of three items cannot show it
  EXPECT_EQ(summaries[1].pairs, 0);
  EXPECT_TRUE(std::isnan(summaries[1].agreement));
}

// Workers 0 to 3 of 10 group at random, worker 4 puts everything together, worker 5 splits every cluster.
Answers SpammedAnswers(std::uint64_t stream) {
  Random random(testing::TestSeed(), stream);
  Answers answers = testing::PlantAnswers(
      {.items = 40, .clusters = 5, .workers = 10, .assignments = 100, .per_hit = 10}, &random);
  for (std::int64_t p = 0; p < 100; ++p) {
    const int worker = answers.worker_of_assignment[static_cast<std::size_t>(p)];
    for (std::int64_t r = answers.first_row[static_cast<std::size_t>(p)];
         r < answers.first_row[static_cast<std::size_t>(p) + 1]; ++r) {
      int& group = answers.group_of_row[static_cast<std::size_t>(r)];
      if (worker < 4) group = random.Below(4);
      if (worker == 4) group = 0;
      if (worker == 5) group += 5 * random.Below(2);
    }
  }
  return answers;
}

TEST(SummariseWorkers, FlagsWhoGroupsAtRandomAndNobodyElse) {
  int flagged = 0, rightly = 0;
  for (std::uint64_t stream = 1; stream <= 10; ++stream) {
    const Answers answers = SpammedAnswers(stream);
    std::vector<int> label;
    for (int i = 0; i < 40; ++i) label.push_back(i % 5);
    const auto summaries = SummariseWorkers(answers, MakeClustering(label));
    for (std::size_t j = 0; j < 10; ++j) {
      flagged += summaries[j].random;
      rightly += summaries[j].random && j < 4;
    }
    EXPECT_FALSE(summaries[5].random);
    EXPECT_LT(summaries[4].extra_groups_high, 0);
    EXPECT_GT(summaries[5].extra_groups_low, 0);
  }
  EXPECT_GE(rightly, 0.8 * 40);            // of each, chance lets about one in twenty pass
  EXPECT_GE(rightly, 0.9 * flagged - 10);  // who puts everything together says nothing either
}

// Three workers of ten sort by another criterion, nobody at random.
TEST(SummariseWorkers, WhoSharesAnotherCriterionIsNotRandom) {
  int flagged = 0;
  for (std::uint64_t stream = 1; stream <= 5; ++stream) {
    Random random(testing::TestSeed(), 100 + stream);
    Answers answers = testing::PlantAnswers(
        {.items = 40, .clusters = 4, .workers = 10, .assignments = 150, .per_hit = 10}, &random);
    for (std::int64_t p = 0; p < 150; ++p) {
      if (answers.worker_of_assignment[static_cast<std::size_t>(p)] >= 3) continue;
      for (std::int64_t r = answers.first_row[static_cast<std::size_t>(p)];
           r < answers.first_row[static_cast<std::size_t>(p) + 1]; ++r) {
        const int item = answers.item_of_row[static_cast<std::size_t>(r)];
        answers.group_of_row[static_cast<std::size_t>(r)] = item / 4 % 4;
      }
    }
    std::vector<int> label;
    for (int i = 0; i < 40; ++i) label.push_back(i % 4);
    for (const WorkerSummary& worker : SummariseWorkers(answers, MakeClustering(label)))
      flagged += worker.random;
  }
  EXPECT_EQ(flagged, 0);
}

}  // namespace
}  // namespace crowdclust
