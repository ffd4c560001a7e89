#include <gmock/gmock.h>

#include "intruders/read_intruder_answers.h"
#include "tests/intruders/small_plans.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::HasSubstr;
using ::testing::Pair;
using testing::PlanOf;

const std::string kHeader =
    "INPUT:images\tOUTPUT:answer\tGOLDEN:answer\tHINT:text\tASSIGNMENT:assignment_id\tASSIGNMENT:worker_id\t"
    "ASSIGNMENT:status\tASSIGNMENT:started\tASSIGNMENT:submitted\n";

std::string Row(const std::string& hit, const std::string& answer, const std::string& worker,
                const std::string& status, const std::string& golden = "") {
  const std::string items = "\"\"\"" + hit + "-0\"\",\"\"" + hit + "-1\"\",\"\"" + hit + "-2\"\"\"";
  return items + "\t" + answer + "\t" + golden + "\t\ta-" + worker + "\t" + worker + "\t" + status +
         "\t2024-03-01T10:00:00\t2024-03-01T10:00:12.5\n";
}

TEST(TolokaIntruders, ReadsRowsAndLeavesOutWhatDoesNotCount) {
  const IntruderPlan plan = PlanOf({0, 2});
  IntruderAnswersBuilder builder(plan);
  ReadTolokaIntruders(kHeader + Row("i2", "3", "w1", "APPROVED") + "\n" + Row("i1", "1", "w1", "SUBMITTED") +
                          Row("i1", "", "w2", "SKIPPED") + Row("exam", "2", "w3", "APPROVED", "2") +
                          Row("i1", "2", "w2", "REJECTED"),
                      "a.tsv", &builder);
  EXPECT_THAT(builder.answers().hit_of_row, ElementsAre(1, 0));
  EXPECT_THAT(builder.answers().answer_of_row, ElementsAre(2, 0));
  EXPECT_THAT(builder.answers().seconds, ElementsAre(12.5, 12.5));
  EXPECT_THAT(builder.intake().by_status, ElementsAre(Pair("REJECTED", 1), Pair("SKIPPED", 1)));
  EXPECT_EQ(builder.intake().golden, 1);
  EXPECT_THAT(builder.intake().ignored_columns, ElementsAre("HINT:text"));
}

TEST(TolokaIntruders, CsvWithPlainBracketsAndFewColumns) {
  const IntruderPlan plan = PlanOf({0});
  IntruderAnswersBuilder builder(plan);
  ReadTolokaIntruders(
      "INPUT:images,OUTPUT:answer,ASSIGNMENT:worker_id\n\"[\"\"i1-0\"\",\"\"i1-1\"\",\"\"i1-2\"\"]\",2,w1\n",
      "a.csv", &builder);
  EXPECT_THAT(builder.answers().answer_of_row, ElementsAre(1));
}

TEST(TolokaIntruders, ErrorsNameTheLine) {
  const IntruderPlan plan = PlanOf({0, 2});
  const auto error = [&plan](const std::string& text) {
    IntruderAnswersBuilder builder(plan);
    return ErrorOf([&] { ReadTolokaIntruders(text, "a.tsv", &builder); });
  };
  EXPECT_THAT(error(kHeader + Row("i3", "1", "w1", "APPROVED")),
              HasSubstr("a.tsv:2: no HIT shows these 3 items"));
  EXPECT_THAT(error(kHeader + Row("i1", "4", "w1", "APPROVED")), HasSubstr("a.tsv:2: answer '4'"));
  EXPECT_THAT(error("INPUT:image\tOUTPUT:answer\tASSIGNMENT:worker_id\nx\t1\tw\n"),
              HasSubstr("a.tsv:1: no column 'INPUT:images'; nearest is 'INPUT:image'"));
  EXPECT_THAT(error("INPUT:images\tOUTPUT:result\tASSIGNMENT:worker_id\nx\t1\tw\n"),
              HasSubstr("a.tsv:1: no column 'OUTPUT:answer'"));
  EXPECT_EQ(error("INPUT:images\tOUTPUT:answer\tASSIGNMENT:worker_id\n\t1\tw\n"),
            "a.tsv:2: INPUT:images is empty; it tells which HIT this is");
}

}  // namespace
}  // namespace crowdclust
