#include "intruders/read_intruder_answers.h"

#include <gmock/gmock.h>

#include "tests/intruders/small_plans.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::HasSubstr;
using testing::PlanOf;
using testing::ScratchFolder;

TEST(ReadIntruderAnswers, RecognisesFormatsAndJoinsFiles) {
  const IntruderPlan plan = PlanOf({0, 2});
  const ScratchFolder folder;
  const std::vector<std::filesystem::path> paths = {
      folder.Write("a.txt", "\xEF\xBB\xBFhit;worker;answer\ni1;w1;1\n"),
      folder.Write("b.txt", R"({"hit":"i2","worker":"w1","answer":2})"),
      folder.Write("c.txt",
                   "INPUT:images\tOUTPUT:answer\tASSIGNMENT:worker_id\n"
                   "\"\"\"i1-0\"\",\"\"i1-1\"\",\"\"i1-2\"\"\"\t3\tw2\n"
                   "\"\"\"i1-0\"\",\"\"i1-1\"\",\"\"i1-2\"\"\"\t2\tw1\n")};
  const IntruderAnswersAndIntake read = ReadIntruderAnswers(paths, plan);
  EXPECT_THAT(read.answers.workers.names(), ElementsAre("w1", "w2"));
  EXPECT_THAT(read.answers.hit_of_row, ElementsAre(0, 1, 0));
  EXPECT_THAT(read.answers.answer_of_row, ElementsAre(0, 1, 2));
  EXPECT_EQ(read.intake.duplicates, 1);  // w1 on i1 again, in the last file
}

TEST(ReadIntruderAnswers, AFormatCanBeForced) {
  const IntruderPlan plan = PlanOf({0});
  const ScratchFolder folder;
  const std::vector paths = {folder.Write("a.csv", "hit,worker,answer\ni1,w1,1\n")};
  EXPECT_EQ(ReadIntruderAnswers(paths, plan, AnswersFormat::kTable).intake.assignments, 1);
  EXPECT_THAT(ErrorOf([&] { ReadIntruderAnswers(paths, plan, AnswersFormat::kToloka); }),
              HasSubstr("no column 'INPUT:images'"));
  EXPECT_THAT(ErrorOf([&] { ReadIntruderAnswers(paths, plan, AnswersFormat::kJsonLines); }),
              HasSubstr("a.csv:1: invalid JSON"));
}

TEST(ReadIntruderAnswers, NamesTheFormatsThatHaveAReader) {
  EXPECT_THAT(IntruderFormatNames(), ElementsAre("auto", "toloka", "table", "jsonl"));
}

TEST(ReadIntruderAnswers, RefusesFormatsWithoutAReader) {
  const IntruderPlan plan = PlanOf({0});
  const ScratchFolder folder;
  const std::string only = "; answers to intruder HITs are read from these only: toloka, table, jsonl";
  const std::vector mturk = {folder.Write("a", "HITId,AssignmentId,WorkerId,Answer.answer\ni1,a1,w1,1\n")};
  EXPECT_EQ(ErrorOf([&] { ReadIntruderAnswers(mturk, plan); }),
            mturk[0].string() + ": the format is mturk" + only);
  const std::vector studio = {folder.Write("b", R"([{"annotations":[]}])")};
  EXPECT_EQ(ErrorOf([&] { ReadIntruderAnswers(studio, plan); }),
            studio[0].string() + ": the format is label-studio" + only);
}

TEST(ReadIntruderAnswers, RefusesFilesWithoutAnswers) {
  const IntruderPlan plan = PlanOf({0});
  const ScratchFolder folder;
  const auto error = [&](const std::string& text) {
    const std::vector paths = {folder.Write("a.csv", text)};
    return ErrorOf([&] { ReadIntruderAnswers(paths, plan); });
  };
  EXPECT_THAT(error(""), HasSubstr("a.csv: empty file"));
  EXPECT_THAT(error("hit,worker,answer\n"), HasSubstr("a.csv: no answer is left: 0 assignments read"));
  EXPECT_THAT(error(R"({"worker":"w2","status":"SKIPPED"})"),
              HasSubstr("1 assignment left out: status SKIPPED"));
  EXPECT_THAT(error("hit,worker,answer\ni1,\xFF,1\n"), HasSubstr("a.csv:2: not valid UTF-8"));
}

}  // namespace
}  // namespace crowdclust
