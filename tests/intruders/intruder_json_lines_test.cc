#include <gmock/gmock.h>

#include <cmath>

#include "intruders/read_intruder_answers.h"
#include "tests/intruders/small_plans.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::HasSubstr;
using ::testing::Pair;
using testing::PlanOf;

TEST(IntruderJsonLines, ReadsLines) {
  const IntruderPlan plan = PlanOf({0, 2});
  IntruderAnswersBuilder builder(plan);
  ReadIntruderJsonLines(R"({"assignment":"a1","hit":"i2","worker":"w1","answer":3,"seconds":12.5})"
                        "\n\n"
                        R"({"hit":"i1","worker":"w1","answer":1,"status":"ACCEPTED"})"
                        "\n"
                        R"({"worker":"w2","status":"SKIPPED"})"
                        "\n"
                        R"({"hit":"exam","worker":"w2","answer":9,"golden":true})",
                        "a.jsonl", &builder);
  EXPECT_THAT(builder.answers().hit_of_row, ElementsAre(1, 0));
  EXPECT_THAT(builder.answers().answer_of_row, ElementsAre(2, 0));
  EXPECT_EQ(builder.answers().seconds[0], 12.5);
  EXPECT_TRUE(std::isnan(builder.answers().seconds[1]));
  EXPECT_THAT(builder.intake().by_status, ElementsAre(Pair("SKIPPED", 1)));
  EXPECT_EQ(builder.intake().golden, 1);
}

TEST(IntruderJsonLines, ErrorsNameLineAndRule) {
  const IntruderPlan plan = PlanOf({0, 2});
  const auto error = [&plan](const std::string& line) {
    IntruderAnswersBuilder builder(plan);
    return ErrorOf([&] { ReadIntruderJsonLines("\n" + line + "\n", "a.jsonl", &builder); });
  };
  EXPECT_THAT(error("{"), HasSubstr("a.jsonl:2: invalid JSON"));
  EXPECT_THAT(error(R"({"worker":"w1","answer":1})"), HasSubstr("a.jsonl:2: field 'hit' is missing"));
  EXPECT_THAT(error(R"({"hit":"i1","worker":"w1"})"), HasSubstr("a.jsonl:2: field 'answer' is missing"));
  EXPECT_THAT(error(R"({"hit":"i1","worker":1.1,"answer":1})"),
              HasSubstr("a.jsonl:2: field 'worker' is 1.1; ids are strings in quotes"));
  EXPECT_THAT(error(R"({"hit":"i1","worker":"w1","answer":1.5})"),
              HasSubstr("a.jsonl:2: field 'answer' is 1.5; must be a whole number"));
  EXPECT_THAT(error(R"({"hit":"i1","worker":"w1","answer":"1"})"),
              HasSubstr("field 'answer' must be a number"));
  EXPECT_THAT(error(R"({"hit":"i1","worker":"w1","answer":4})"), HasSubstr("a.jsonl:2: answer '4'"));
  EXPECT_THAT(error(R"({"hit":"i1","worker":"w1","answer":1,"second":4})"),
              HasSubstr("field 'second' is unknown; nearest is 'seconds'"));
  EXPECT_THAT(error(R"({"hit":"i0","worker":"w1","answer":1})"), HasSubstr("a.jsonl:2: no HIT 'i0'"));
}

}  // namespace
}  // namespace crowdclust
