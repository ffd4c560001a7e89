#include "intruders/write_intruder_answers.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "intruders/read_intruder_answers.h"
#include "tests/intruders/small_plans.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

TEST(WriteIntruderAnswers, WrittenThenReadIsEqual) {
  Random random(testing::TestSeed());
  const IntruderPlan plan = testing::PlanOf({0, 2, 1, 3, 0}, 4);
  IntruderAnswers answers;
  for (int h = 0; h < plan.num_hits(); ++h) {
    for (int w = 0; w < 4; ++w) {
      answers.hit_of_row.push_back(h);
      answers.worker_of_row.push_back(answers.workers.Add(testing::Numbered("worker\t", w)));
      answers.answer_of_row.push_back(random.Below(4));
      answers.seconds.push_back(w == 0 ? std::nan("") : random.Below(500) / 10.0);
    }
  }
  for (const char separator : {'\t', ','}) {
    IntruderAnswersBuilder builder(plan);
    const std::string text = IntruderAnswersTable(plan, answers, separator);
    ReadIntruderAnswersText(text, "written", AnswersFormat::kAuto, &builder);
    const IntruderAnswers& read = builder.answers();
    EXPECT_EQ(read.workers.names(), answers.workers.names());
    EXPECT_EQ(read.hit_of_row, answers.hit_of_row);
    EXPECT_EQ(read.worker_of_row, answers.worker_of_row);
    EXPECT_EQ(read.answer_of_row, answers.answer_of_row);
    for (std::size_t r = 0; r < answers.seconds.size(); ++r) {
      if (std::isnan(answers.seconds[r])) {
        EXPECT_TRUE(std::isnan(read.seconds[r]));
      } else {
        EXPECT_NEAR(read.seconds[r], answers.seconds[r], 1e-9);
      }
    }
  }
}

}  // namespace
}  // namespace crowdclust
