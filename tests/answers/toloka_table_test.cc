#include "answers/toloka_table.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::HasSubstr;
using ::testing::Pair;
using testing::Spell;

const std::string kHeader =
    "INPUT:images\tOUTPUT:result\tGOLDEN:result\tHINT:text\tASSIGNMENT:link\tASSIGNMENT:assignment_id\t"
    "ASSIGNMENT:task_id\tASSIGNMENT:worker_id\tASSIGNMENT:status\tASSIGNMENT:started\tASSIGNMENT:submitted\n";
const std::string kItems = R"("""x"",""y"",""z""")";
const std::string kGroups = R"("{""group"": 2},{""group"": 1},{""group"": 2}")";
const std::string kTimes = "2024-03-01T10:00:00\t2024-03-01T10:01:30.5";

std::string Row(const std::string& worker, const std::string& task, const std::string& status,
                const std::string& golden = "", const std::string& groups = kGroups) {
  return kItems + "\t" + groups + "\t" + golden + "\t\thttps://x\ta-" + worker + task + "\t" + task + "\t" +
         worker + "\t" + status + "\t" + kTimes + "\n";
}

TEST(TolokaTable, ReadsARow) {
  AnswersBuilder builder;
  ReadTolokaTable({kHeader + Row("w1", "t1", "APPROVED") + Row("w2", "t1", "SUBMITTED"), "a.tsv"},
                  builder.Sink());
  EXPECT_THAT(builder.intake().ignored_columns, ElementsAre("ASSIGNMENT:link", "HINT:text"));
  const Answers answers = builder.Finish();
  EXPECT_EQ(Spell(answers), "w1 t1: x0 y1 z0; w2 t1: x0 y1 z0");
  EXPECT_EQ(answers.seconds[0], 90.5);
}

TEST(TolokaTable, CsvAndPlainBracketsReadTheSame) {
  AnswersBuilder builder;
  ReadTolokaTable({"INPUT:images,OUTPUT:result,ASSIGNMENT:worker_id\n"
                   "\"[\"\"x\"\",\"\"y\"\"]\",\"[{\"\"group\"\":1},{\"\"group\"\":null}]\",w1\n",
                   "a.csv"},
                  builder.Sink());
  EXPECT_EQ(builder.intake().items_without_group, 1);
  const Answers answers = builder.Finish();
  ASSERT_EQ(answers.num_rows(), 1);
  EXPECT_TRUE(std::isnan(answers.seconds[0]));
}

TEST(TolokaTable, EmptyRowsSeparateSuites) {
  const std::string empty(10, '\t');
  AnswersBuilder builder;
  ReadTolokaTable({kHeader + Row("w1", "t1", "") + empty + "\n\n" + Row("w1", "t2", ""), "a.tsv"},
                  builder.Sink());
  EXPECT_EQ(builder.intake().assignments, 2);
}

TEST(TolokaTable, GoldenAndRejectedAreLeftOut) {
  AnswersBuilder builder;
  ReadTolokaTable({kHeader + Row("w1", "t1", "APPROVED", kGroups) + Row("w1", "t2", "REJECTED") +
                       Row("w1", "t3", "SKIPPED", "", "") + Row("w1", "t4", "ACCEPTED"),
                   "a.tsv"},
                  builder.Sink());
  EXPECT_EQ(builder.intake().golden, 1);
  EXPECT_THAT(builder.intake().by_status, ElementsAre(Pair("REJECTED", 1), Pair("SKIPPED", 1)));
  EXPECT_EQ(Spell(builder.Finish()), "w1 t4: x0 y1 z0");
}

TEST(TolokaTable, WithoutTaskIdsTheItemsTellTheHit) {
  const std::string header = "INPUT:images\tOUTPUT:result\tASSIGNMENT:worker_id\tASSIGNMENT:task_suite_id\n";
  AnswersBuilder builder;
  ReadTolokaTable({header + kItems + "\t" + kGroups + "\tw1\ts1\n" +               // taken
                       R"("""z"",""y"",""x""")" + "\t" + kGroups + "\tw1\ts1\n" +  // the same items again
                       R"("""p"",""q"",""r""")" + "\t" + kGroups + "\tw1\ts1\n" +  // another HIT of the suite
                       kItems + "\t" + kGroups + "\tw1\ts2\n",                     // another suite
                   "a.tsv"},
                  builder.Sink());
  EXPECT_EQ(builder.intake().assignments, 3);
  EXPECT_EQ(builder.intake().duplicates, 1);
  EXPECT_THAT(builder.intake().first_duplicate, HasSubstr("a.tsv:3: worker 'w1' on HIT 's1/"));
}

TEST(TolokaTable, SaysWhichRowIsWrong) {
  const auto refused = [](const std::string& text) {
    return ErrorOf([&] {
      AnswersBuilder builder;
      ReadTolokaTable({text, "a.tsv"}, builder.Sink());
    });
  };
  EXPECT_EQ(
      refused(kHeader + Row("w1", "t1", "") + Row("w2", "t1", "", "", R"("{""group"": 1},{""group"": 2}")")),
      "a.tsv:3: 2 groups for 3 items; give every item one group or null");
  EXPECT_EQ(refused(kHeader + Row("w2", "t1", "", "", "")),
            "a.tsv:2: 0 groups for 3 items; give every item one group or null");
  EXPECT_THAT(refused(kHeader + Row("w2", "t1", "", "", "{")),
              HasSubstr("a.tsv:2: OUTPUT:result is no array in JSON, with or without brackets: {"));
  EXPECT_EQ(refused(kHeader + Row("", "t1", "")), "a.tsv:2: an empty worker; name who answered");
  EXPECT_EQ(
      refused("INPUT:image\tOUTPUT:result\tASSIGNMENT:worker_id\n"),
      "a.tsv:1: no column 'INPUT:images'; nearest is 'INPUT:image' (columns: INPUT:image, OUTPUT:result, "
      "ASSIGNMENT:worker_id)");
}

}  // namespace
}  // namespace crowdclust
