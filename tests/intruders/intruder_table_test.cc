#include <gmock/gmock.h>

#include <cmath>

#include "intruders/read_intruder_answers.h"
#include "tests/intruders/small_plans.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::HasSubstr;
using testing::PlanOf;

TEST(IntruderTable, ReadsColumnsInAnyOrder) {
  const IntruderPlan plan = PlanOf({0, 2});
  IntruderAnswersBuilder builder(plan);
  ReadIntruderTable("worker,answer,hit,mood,seconds,assignment\nw1,2,i1,good,3.5,1.1\nw2,1,i1,bad,,1.10\n",
                    "a.csv", &builder);
  EXPECT_THAT(builder.answers().answer_of_row, ElementsAre(1, 0));
  EXPECT_EQ(builder.answers().seconds[0], 3.5);
  EXPECT_TRUE(std::isnan(builder.answers().seconds[1]));
  EXPECT_THAT(builder.intake().ignored_columns, ElementsAre("mood"));
}

TEST(IntruderTable, LeavesOutWhatDoesNotCount) {
  const IntruderPlan plan = PlanOf({0, 2});
  IntruderAnswersBuilder builder(plan);
  ReadIntruderTable("hit,worker,answer,status\ni1,w1,2,rejected\ni1,w2,1,APPROVED\ni1,w3,3,\n", "a.csv",
                    &builder);
  EXPECT_THAT(builder.answers().answer_of_row, ElementsAre(0, 2));
  EXPECT_EQ(builder.intake().by_status.at("REJECTED"), 1);
}

TEST(IntruderTable, ErrorsNameLineAndRule) {
  const IntruderPlan plan = PlanOf({0, 2});
  const auto error = [&plan](const std::string& text) {
    IntruderAnswersBuilder builder(plan);
    return ErrorOf([&] { ReadIntruderTable(text, "a.csv", &builder); });
  };
  EXPECT_THAT(error("hti,worker,answer\ni1,w1,1\n"), HasSubstr("a.csv:1: no column 'hit'; nearest is 'hti'"));
  EXPECT_THAT(error("hit,worker,anser\ni1,w1,1\n"),
              HasSubstr("a.csv:1: no column 'answer'; nearest is 'anser'"));
  EXPECT_THAT(error("hit,worker,answer\ni1,w1,1\ni3,w1,1\n"), HasSubstr("a.csv:3: no HIT 'i3'"));
  EXPECT_THAT(error("hit,worker,answer\ni1,w1,1,2\n"), HasSubstr("a.csv:2: 4 cells"));
  EXPECT_EQ(error("hit,worker,answer,seconds\ni1,w1,1,-2\n"),
            "a.csv:2: seconds are '-2'; a number from 0 up, or nothing");
  EXPECT_THAT(error("hit,worker,answer,seconds\ni1,w1,1,inf\n"), HasSubstr("seconds are 'inf'"));
}

}  // namespace
}  // namespace crowdclust
