#include "intruders/intruder_answers_builder.h"

#include <gmock/gmock.h>

#include "tests/intruders/small_plans.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::Pair;
using testing::PlanOf;

TEST(IntruderAnswersBuilder, TakesAnswers) {
  const IntruderPlan plan = PlanOf({0, 2});
  IntruderAnswersBuilder builder(plan);
  builder.Add("a", {.line = 2, .hit = "i2", .worker = "w1", .answer = "3", .seconds = 4});
  builder.Add("a", {.line = 3, .hit = "i1", .worker = "w1", .answer = "1"});
  builder.Add("a", {.line = 4, .hit = "i1", .worker = "w2", .answer = "2"});
  const IntruderAnswers& answers = builder.answers();
  EXPECT_THAT(answers.workers.names(), ElementsAre("w1", "w2"));
  EXPECT_THAT(answers.hit_of_row, ElementsAre(1, 0, 0));
  EXPECT_THAT(answers.worker_of_row, ElementsAre(0, 0, 1));
  EXPECT_THAT(answers.answer_of_row, ElementsAre(2, 0, 1));
  EXPECT_EQ(answers.seconds[0], 4);
  EXPECT_EQ(builder.intake().assignments, 3);
}

TEST(IntruderAnswersBuilder, FindsTheHitByItsItemsInOrder) {
  IntruderPlan plan = PlanOf({0, 2});
  plan.hits[1].items = {2, 0, 1};  // the items of the first HIT in another order
  IntruderAnswersBuilder builder(plan);
  const std::vector<std::string> items = {"i1-2", "i1-0", "i1-1"};
  builder.Add("a", {.items = items, .worker = "w1", .answer = "3"});
  EXPECT_THAT(builder.answers().hit_of_row, ElementsAre(1));
  const std::vector<std::string> other = {"i1-1", "i1-0", "i1-2"};
  EXPECT_EQ(
      ErrorOf([&] { builder.Add("a.tsv", {.line = 9, .items = other, .worker = "w1", .answer = "3"}); }),
      "a.tsv:9: no HIT shows these 3 items in this order; nearest is 'i1', which shows 3 of them: use the "
      "HITs that "
      "were asked");
}

TEST(IntruderAnswersBuilder, LeavesOutAndCounts) {
  const IntruderPlan plan = PlanOf({0, 2});
  IntruderAnswersBuilder builder(plan);
  builder.Add("a", {.line = 2, .hit = "i1", .worker = "w1", .status = "ACCEPTED", .answer = "1"});
  builder.Add("a", {.line = 3, .hit = "i1", .worker = "w1", .answer = "2"});
  builder.Add("a", {.line = 4, .hit = "i1", .worker = "w1", .answer = "2"});
  builder.Add("a", {.line = 5, .hit = "no such HIT", .worker = "w2", .status = "rejected", .answer = "99"});
  builder.Add("a", {.line = 6, .worker = "w2", .status = "EXPIRED"});
  builder.Add("a", {.line = 7, .hit = "exam", .worker = "w2", .answer = "99", .golden = true});
  EXPECT_EQ(builder.answers().num_rows(), 1);
  EXPECT_EQ(builder.answers().answer_of_row[0], 0);  // the first of the three
  const Intake& intake = builder.intake();
  EXPECT_EQ(intake.duplicates, 2);
  EXPECT_EQ(intake.first_duplicate, "a:3: worker 'w1' on HIT 'i1'");
  EXPECT_THAT(intake.by_status, ElementsAre(Pair("EXPIRED", 1), Pair("REJECTED", 1)));
  EXPECT_EQ(intake.golden, 1);
}

TEST(IntruderAnswersBuilder, RefusesWithPlaceAndRule) {
  const IntruderPlan plan = PlanOf({0, 2, 1});
  IntruderAnswersBuilder builder(plan);
  const auto error = [&builder](RawIntruderAnswer raw) {
    raw.line = 17;
    return ErrorOf([&] { builder.Add("a.tsv", raw); });
  };
  EXPECT_EQ(error({.hit = "i33", .worker = "w1", .answer = "1"}),
            "a.tsv:17: no HIT 'i33'; nearest is 'i3': use the HITs that were asked");
  EXPECT_EQ(error({.hit = "i1", .worker = "", .answer = "1"}),
            "a.tsv:17: an empty worker; name who answered");
  for (const char* answer : {"", "0", "4", "-1", "2.5", "two", "1 ", " 1", "+1", "99999999999999999999"}) {
    std::string expected = "a.tsv:17: answer '";
    expected.append(answer).append("'; the intruder's position is a whole number from 1 to 3");
    EXPECT_EQ(error({.hit = "i1", .worker = "w1", .answer = answer}), expected);
  }
  builder.Add("a.tsv", {.line = 2, .hit = "i1", .assignment = "1.1", .worker = "w1", .answer = "1"});
  builder.Add("a.tsv", {.line = 3, .hit = "i2", .assignment = "1.1", .worker = "w1", .answer = "1"});
  builder.Add("a.tsv", {.line = 4, .hit = "i2", .assignment = "1.10", .worker = "w2", .answer = "1"});
  EXPECT_EQ(error({.hit = "i3", .assignment = "1.1", .worker = "w2", .answer = "1"}),
            "a.tsv:17: assignment '1.1' is of worker 'w2' and was of worker 'w1' before; an assignment is "
            "one worker's");
  EXPECT_EQ(builder.answers().num_rows(), 3);
}

}  // namespace
}  // namespace crowdclust
