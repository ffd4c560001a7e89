#include "clustering/worker_summary.h"

#include <gtest/gtest.h>

#include <cmath>

namespace crowdclust {
namespace {

TEST(SummariseWorkers, CountsRepeatedPairLabels) {
  Answers answers;
  for (const char* item : {"a", "b", "c"}) answers.items.Add(item);
  answers.workers.Add("w");
  answers.workers.Add("silent");
  answers.worker_of_assignment = {0};
  answers.item_of_row = {0, 1, 2};
  answers.group_of_row = {0, 0, 1};
  answers.first_row = {0, 3};
  const auto summaries = SummariseWorkers(answers, MakeClustering(std::vector<int>{0, 1, 1}));
  ASSERT_EQ(summaries.size(), 2u);
  EXPECT_EQ(summaries[0].assignments, 1);
  EXPECT_EQ(summaries[0].pairs, 3);
  EXPECT_DOUBLE_EQ(summaries[0].agreement, 1.0 / 3);  // of ab, ac, bc only ac is repeated
  EXPECT_EQ(summaries[1].pairs, 0);
  EXPECT_TRUE(std::isnan(summaries[1].agreement));
}

}  // namespace
}  // namespace crowdclust
