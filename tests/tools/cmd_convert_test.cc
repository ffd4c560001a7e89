#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>

#include "base/input_file.h"
#include "tests/testing/test_files.h"
#include "tests/tools/run_program.h"
#include "tests/tools/tiny_study.h"

namespace crowdclust::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class ConvertTest : public ::testing::Test {
 protected:
  ProgramRun Convert(const std::string& content, const std::string& to, const std::string& out,
                     const std::string& flags = "") const {
    const fs::path answers = scratch_.Write("answers", content);
    return RunProgram("convert " + answers.string() + " --to " + to + " --out " + Out(out).string() + " " +
                      flags);
  }

  fs::path Out(const std::string& name) const { return scratch_.path() / name; }

  ScratchFolder scratch_;
};

TEST_F(ConvertTest, EveryFormIsEveryOther) {
  for (const std::string& content : {TinyLongTable(), TinyJsonLines(), TinyToloka()}) {
    for (const char* to : {"table", "jsonl", "toloka"}) {
      ASSERT_EQ(Convert(content, to, "there").exit_code, 0);
      ASSERT_EQ(Convert(ReadFile(Out("there")), "table", "back.csv").exit_code, 0);
      const std::string back = ReadFile(Out("back.csv"));
      EXPECT_THAT(back, StartsWith("hit,assignment,worker,item,group,seconds,status\n"));
      EXPECT_THAT(back, HasSubstr(",a3,cal,fig,,"));
      EXPECT_THAT(back, HasSubstr(",a2,bob,tram,2,"));
    }
  }
}

TEST_F(ConvertTest, SaysWhatWasReadWrittenAndNotHeld) {
  const std::string more = R"({"hit":"h1","worker":"eve","status":"REJECTED"})";
  const ProgramRun run = Convert(TinyJsonLines() + more, "card-sort", "sorts.csv");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out,
            "3 assignments read, 23 rows\n1 assignment left out: status REJECTED\n"
            "1 item without a group left out\nwritten: " +
                Out("sorts.csv").string() +
                ", 3 assignments as card-sort\nnot held: the HIT of 3 assignments\n"
                "not held: the id of 3 assignments\n");
  EXPECT_THAT(run.err, IsEmpty());
  EXPECT_THAT(ReadFile(Out("sorts.csv")), StartsWith("card_id,card_label,category_id,category_label,user_id\n"
                                                     "1,apple,1,1,ann\n"));
}

TEST_F(ConvertTest, TheNameOfATableSaysItsSeparator) {
  for (const auto& [out, start] : {std::pair{"a.csv", "worker,a,b,same,"},
                                   {"a.tsv", "worker\ta\tb\tsame\t"},
                                   {"a.txt", "worker\ta\tb\tsame\t"}}) {
    ASSERT_EQ(Convert(TinyJsonLines(), "pairs", out).exit_code, 0);
    EXPECT_THAT(ReadFile(Out(out)), StartsWith(start)) << out;
  }
}

TEST_F(ConvertTest, GoldenAnswersAreLeftOutUnlessAskedFor) {
  const std::string golden = R"({"hit":"g","worker":"dan","items":["a","b"],"groups":[1,2],"golden":true})";
  EXPECT_THAT(Convert(TinyJsonLines() + golden, "jsonl", "without").out,
              HasSubstr("1 assignment to golden HITs left out"));
  EXPECT_THAT(ReadFile(Out("without")), Not(HasSubstr("dan")));
  EXPECT_THAT(Convert(TinyJsonLines() + golden, "jsonl", "with", "--include-golden").out,
              HasSubstr("4 assignments as jsonl"));
  EXPECT_THAT(ReadFile(Out("with")), HasSubstr(golden));
}

TEST_F(ConvertTest, AnErrorLeavesNothing) {
  const ProgramRun run = Convert(TinyJsonLines() + "{", "table", "new/answers.tsv");
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("answers:4: invalid JSON"));
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_TRUE(fs::is_empty(Out("new")));
  scratch_.Write("old.tsv", "old");
  EXPECT_EQ(Convert("worker,item,group\n", "table", "old.tsv").exit_code, 3);
  EXPECT_EQ(ReadFile(Out("old.tsv")), "old");
  EXPECT_EQ(Convert(TinyJsonLines(), "triples", "none.tsv").exit_code, 3);
  EXPECT_FALSE(fs::exists(Out("none.tsv")));
}

TEST_F(ConvertTest, ItsOwnInputIsNotOverwritten) {
  const ProgramRun run = Convert(TinyJsonLines(), "wide", "./answers");
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("both read and written"));
  EXPECT_EQ(ReadFile(Out("answers")), TinyJsonLines());
}

TEST_F(ConvertTest, ScatteredRowsAreHeldWhenAskedFor) {
  const std::string text = "worker,item,group\nann,a,1\nbob,a,1\nann,b,2\nbob,b,1\n";
  const ProgramRun run = Convert(text, "jsonl", "answers.jsonl", "--scattered");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(ReadFile(Out("answers.jsonl")), R"({"worker":"ann","items":["a","b"],"groups":[1,2]})"
                                            "\n"
                                            R"({"worker":"bob","items":["a","b"],"groups":[1,1]})"
                                            "\n");
}

TEST_F(ConvertTest, AnUnknownFormatIsAUsageError) {
  const ProgramRun run = Convert(TinyJsonLines(), "tabel", "a");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("tabel"), HasSubstr("label-studio")));
}

}  // namespace
}  // namespace crowdclust::testing
