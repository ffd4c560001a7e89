#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <string>

#include "tests/tools/run_program.h"

namespace crowdclust::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;

TEST(Help, VersionIsOneLine) {
  const ProgramRun run = RunProgram("--version");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, MatchesRegex("crowdclust [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(Help, NamesEveryCommandAndExitCode) {
  const ProgramRun run = RunProgram("--help");
  EXPECT_EQ(run.exit_code, 0);
  for (const char* command :
       {"plan", "hits", "simulate", "convert", "aggregate", "compare", "evaluate", "intruders"}) {
    EXPECT_THAT(run.out, HasSubstr(std::string("\n  ") + command + " ")) << command;
  }
  EXPECT_THAT(run.out, HasSubstr("0 done, 1 failed, 2 usage or config, 3 input data"));
}

TEST(Help, FlagsOfOneValueDoNotPromiseMore) {
  for (const char* command : {"aggregate", "compare", "convert"})
    EXPECT_THAT(RunProgram(std::string(command) + " --help").out,
                AllOf(HasSubstr("--map KEY=COLUMN "), ::testing::Not(HasSubstr("KEY=COLUMN ..."))));
  const std::string plan = RunProgram("plan --help").out;
  for (const char* flag : {"--overlap", "--hits-per-item"}) {
    const std::size_t at = plan.find(flag);
    EXPECT_THAT(plan.substr(at, plan.find('\n', at) - at), ::testing::Not(HasSubstr("..."))) << flag;
  }
}

class CommandHelpTest : public ::testing::TestWithParam<const char*> {};

TEST_P(CommandHelpTest, HasAnExampleOfKnownFlags) {
  const ProgramRun run = RunProgram(std::string(GetParam()) + " --help");
  EXPECT_EQ(run.exit_code, 0);
  const std::size_t at = run.out.find(std::string("\nExample: crowdclust ") + GetParam() + " ");
  ASSERT_NE(at, std::string::npos) << run.out;
  const std::string options = run.out.substr(0, at), example = run.out.substr(at);
  const std::regex flag("--[a-z-]+");
  for (auto found = std::sregex_iterator(example.begin(), example.end(), flag);
       found != std::sregex_iterator(); ++found) {
    EXPECT_THAT(options, HasSubstr("  " + found->str() + " "));
  }
}

TEST_P(CommandHelpTest, TakesAConfigFile) {
  EXPECT_THAT(RunProgram(std::string(GetParam()) + " --help").out, HasSubstr("--config FILE"));
}

TEST_P(CommandHelpTest, MissingArgumentsAreAUsageError) {
  const ProgramRun run = RunProgram(GetParam());
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr("required"), HasSubstr("--help")));
  EXPECT_THAT(run.out, IsEmpty());
}

TEST_P(CommandHelpTest, AnUnknownFlagIsNamed) {
  const ProgramRun run = RunProgram(std::string(GetParam()) + " a --colour red");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("--colour"));
}

INSTANTIATE_TEST_SUITE_P(Each, CommandHelpTest,
                         ::testing::Values("plan", "hits", "simulate", "convert", "aggregate", "compare",
                                           "evaluate", "intruders make", "intruders simulate",
                                           "intruders score"));

class UsageErrorTest : public ::testing::TestWithParam<const char*> {};

TEST_P(UsageErrorTest, HasExitCodeTwoAndPointsToHelp) {
  const ProgramRun run = RunProgram(GetParam());
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("--help"));
  EXPECT_THAT(run.out, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Each, UsageErrorTest,
    ::testing::Values(
        "", "agregate answers.csv --out found", "intruders", "intruders mak clusters.tsv --out hits.jsonl",
        "aggregate answers.csv --out found --dimension 3", "aggregate answers.csv --out found --dimensions 0",
        "aggregate answers.csv --out found --dimensions many",
        "aggregate answers.csv --out found --format tolka",
        "intruders score hits.jsonl answers.csv --out score --format mturk",
        "hits items.txt --out hits.jsonl --hits-per-item none", "hits items.txt --out hits.jsonl --per-hit 1",
        "hits items.txt --out hits.jsonl --to tolka", "hits items.txt --out hits.jsonl --exam 2",
        "hits items.txt --out hits.jsonl --golden k.csv --golden-rate 0.95",
        "simulate hits.jsonl --truth t.csv --crowd c.json --out answers.txt"));

}  // namespace
}  // namespace crowdclust::testing
