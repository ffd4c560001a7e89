// What `aggregate` says of answers that it cannot use.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/testing/test_files.h"
#include "tests/tools/run_program.h"
#include "tests/tools/tiny_study.h"

namespace crowdclust::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct BadInput {
  const char* name;
  const char* file;
  std::string text;
  const char* where;  // after the file's name
  const char* rule;
};

class AggregateErrorsTest : public ::testing::Test {
 protected:
  fs::path Out() const { return scratch_.path() / "found"; }

  // Aggregates the text as a file of this name.
  ProgramRun Aggregate(const std::string& name, const std::string& text, const std::string& more = "") const {
    const fs::path answers = scratch_.Write(name, text);
    return RunProgram("aggregate " + answers.string() + " " + more + " --restarts 1 --max-sweeps 5 --out " +
                      Out().string());
  }

  ScratchFolder scratch_;
};

class AggregateBadInputTest : public AggregateErrorsTest, public ::testing::WithParamInterface<BadInput> {};

TEST_P(AggregateBadInputTest, IsSaidWithPlaceAndRuleAndNothingIsWritten) {
  const BadInput& bad = GetParam();
  const ProgramRun run = Aggregate(bad.file, bad.text);
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err,
              AllOf(HasSubstr((scratch_.path() / bad.file).string() + bad.where), HasSubstr(bad.rule)));
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_FALSE(fs::exists(Out()));
}

INSTANTIATE_TEST_SUITE_P(
    Each, AggregateBadInputTest,
    ::testing::Values(
        BadInput{"RaggedRows", "a.csv", "worker,item,group\nann,a,1\nann,b\n",
                 ":3: ", "2 cells where the header has 3"},
        BadInput{"GroupsNotAsManyAsItems", "a.jsonl",
                 R"({"worker":"w","items":["a","b","c"],"groups":[1,2]})", ":1: ", "2 groups for 3 items"},
        BadInput{"GroupsNotAsManyAsItemsInToloka", "a.tsv",
                 "INPUT:images\tOUTPUT:result\tASSIGNMENT:worker_id\n[\"a\",\"b\"]\t[{\"group\":1}]\tw\n",
                 ":2: ", "1 groups for 2 items"},
        BadInput{"ItemTwiceInATable", "a.csv", "worker,item,group\nann,a,1\nann,b,1\nann,a,2\n",
                 ":4: ", "item 'a' stands twice"},
        BadInput{"ItemTwiceInALine", "a.jsonl",
                 "\n{\"worker\":\"w\",\"items\":[\"a\",\"a\"],\"groups\":[1,2]}\n",
                 ":2: ", "item 'a' stands twice"},
        BadInput{
            "InvalidJson", "a.jsonl",
            "{\"worker\":\"w\",\"items\":[\"a\",\"b\"],\"groups\":[1,1]}\n{\"worker\":\"v\",\"items\":[\n",
            ":2: ", "invalid JSON"},
        BadInput{"InvalidJsonInToloka", "a.tsv",
                 "INPUT:images\tOUTPUT:result\tASSIGNMENT:worker_id\n[\"a\"\t[{\"group\":1}]\tw\n",
                 ":2: ", "INPUT:images is no array in JSON"},
        BadInput{"InvalidUtf8", "a.csv", "worker,item,group\nann,a,1\nann,\xff,1\n",
                 ":3: ", "not valid UTF-8"},
        BadInput{"Empty", "a.csv", "", ": ", "empty file"},
        BadInput{"UnknownColumn", "a.csv", "worker,itme,group\nann,a,1\n", ":1: ", "nearest is 'itme'"},
        BadInput{"UnknownField", "a.jsonl", R"({"wroker":"v","worker":"w","items":["a","b"],"groups":[1,2]})",
                 ":1: ", "field 'wroker' is unknown; nearest is 'worker'"},
        BadInput{"NothingLeft", "a.jsonl", R"({"worker":"w","status":"REJECTED"})", ": ",
                 "no answer is left: 0 assignments read"},
        BadInput{"AssignmentOfTwoWorkers", "a.csv",
                 "assignment,worker,item,group\n1,ann,a,1\n1,ann,b,1\n1,bob,c,1\n", ":4: ", "'1'"}),
    [](const auto& bad) { return std::string(bad.param.name); });

TEST_F(AggregateErrorsTest, OneBadFileOfTwoWritesNothing) {
  const fs::path good = scratch_.Write("good.csv", TinyLongTable());
  const ProgramRun run = Aggregate("bad.csv", "worker,item\nann,a\n", good.string());
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("bad.csv:1: no column 'group'"));
  EXPECT_FALSE(fs::exists(Out()));
}

TEST_F(AggregateErrorsTest, AMissingFileIsNamed) {
  const ProgramRun run = RunProgram("aggregate nowhere.csv --out " + Out().string());
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("nowhere.csv: cannot read"));
  EXPECT_FALSE(fs::exists(Out()));
}

}  // namespace
}  // namespace crowdclust::testing
