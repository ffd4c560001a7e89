// Where the commands write is looked at before they work.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <string>

#include "base/input_file.h"
#include "tests/testing/test_files.h"
#include "tests/tools/run_program.h"
#include "tests/tools/tiny_study.h"

namespace crowdclust::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class OutputsTest : public ::testing::Test {
 protected:
  OutputsTest() {
    scratch_.Write("items.txt", TinyItemList());
    scratch_.Write("known.csv", kTinyTruth);
    scratch_.Write("truth.csv", kTinyTruth);
    scratch_.Write("crowd.json", R"({"workers": 9})");
    scratch_.Write("hits.jsonl", R"({"hit":"h1","items":["apple","pear","bus"],"overlap":2})");
    scratch_.Write("intruders.jsonl",
                   R"({"hit":"i1","items":["apple","pear","bus"],"intruder":3,"main_cluster":"0",)"
                   R"("intruder_cluster":"1"})");
    scratch_.Write("intruder_hits.tsv", "hit\tworker\tanswer\ni1\tann\t3\n");
    scratch_.Write("clusters.tsv", kTinyClusters);
    scratch_.Write("hits.plan.json", kTinyClusters);
    scratch_.Write("plans.csv", TinyItemList());
    scratch_.Write("workers.tsv", TinyLongTable());
    fs::create_hard_link(Path("truth.csv"), Path("linked.csv"));
    fs::create_symlink("items.txt", Path("items.plan.json"));
  }

  // The command with the scratch folder for each '@'.
  ProgramRun Run(std::string command) const {
    for (std::size_t at = 0; (at = command.find('@')) != std::string::npos;)
      command.replace(at, 1, scratch_.path().string() + "/");
    return RunProgram(command);
  }

  fs::path Path(const std::string& name) const { return scratch_.path() / name; }

  ScratchFolder scratch_;
};

struct OwnInput {
  const char* name;
  const char* command;
  const char* input;  // the file that would be overwritten
};

void PrintTo(const OwnInput& own, std::ostream* out) { *out << own.name; }

class OwnInputTest : public OutputsTest, public ::testing::WithParamInterface<OwnInput> {};

TEST_P(OwnInputTest, IsNotOverwritten) {
  const std::string before = ReadFile(Path(GetParam().input));
  const ProgramRun run = Run(GetParam().command);
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr(": both read and written"));
  EXPECT_EQ(ReadFile(Path(GetParam().input)), before);
}

INSTANTIATE_TEST_SUITE_P(
    Each, OwnInputTest,
    ::testing::Values(
        OwnInput{"HitsItems", "hits @items.txt --per-hit 2 --out @./items.txt", "items.txt"},
        OwnInput{"HitsFigures", "hits @items.txt --per-hit 2 --out @items.jsonl", "items.txt"},
        OwnInput{"HitsGolden", "hits @items.txt --per-hit 4 --golden @known.csv --to csv --out @known.csv",
                 "known.csv"},
        OwnInput{"SimulateHits",
                 "simulate @hits.jsonl --truth @truth.csv --crowd @crowd.json --out @linked.csv",
                 "truth.csv"},
        OwnInput{
            "SimulateIntruders",
            "intruders simulate @intruders.jsonl --truth @truth.csv --crowd @crowd.json --out @truth.csv",
            "truth.csv"},
        OwnInput{"MakeIntruders", "intruders make @hits.plan.json --per-hit 3 --out @hits.jsonl",
                 "hits.plan.json"},
        OwnInput{"ScoreIntruders", "intruders score @intruders.jsonl @intruder_hits.tsv --out @.",
                 "intruder_hits.tsv"},
        OwnInput{"Plan", "plan @plans.csv --crowd @crowd.json --budget 1 --per-hit 4 --replicates 1 --out @.",
                 "plans.csv"},
        OwnInput{"Aggregate", "aggregate @workers.tsv --restarts 1 --out @.", "workers.tsv"},
        OwnInput{"Convert", "convert @workers.tsv --to wide --out @workers.tsv", "workers.tsv"}),
    [](const auto& own) { return std::string(own.param.name); });

TEST_F(OutputsTest, TheAnswersOfARunAreNotOverwrittenByTheNextHits) {
  ASSERT_EQ(Run("aggregate @workers.tsv --restarts 1 --folds 0 --out @run").exit_code, 0);
  const ProgramRun run = Run("hits @items.txt --design adaptive --per-hit 4 --run @run --out @workers.tsv");
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("workers.tsv: both read and written"));
  EXPECT_EQ(ReadFile(Path("workers.tsv")), TinyLongTable());
}

TEST_F(OutputsTest, AFolderIsNoPlaceForAFile) {
  for (const char* out : {"@", "@new/"}) {
    const ProgramRun run = Run(std::string("convert @workers.tsv --to wide --out ") + out);
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_THAT(run.err, HasSubstr("is a folder; name a file"));
    EXPECT_FALSE(fs::exists(Path("new")));
  }
}

TEST_F(OutputsTest, ACheckpointThatCannotBeWrittenIsKnownBeforeTheWork) {
  const ProgramRun run = Run("aggregate @workers.tsv --restarts 1 --checkpoint @items.txt/c --out @found");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.out, "");
}

TEST_F(OutputsTest, AFileThatGrowsTooLargeIsAFailureAndLeavesNothing) {
  const std::string binary = std::string("'") + CROWDCLUST_BINARY + "'";
  const ProgramRun run = Run("--version >/dev/null; (ulimit -f 0; " + binary +
                             " hits @items.txt --per-hit 2 --out @new.jsonl >/dev/null 2>&1); exit $?");
  EXPECT_EQ(run.exit_code, 1);
  for (const auto& entry : fs::directory_iterator(scratch_.path()))
    EXPECT_THAT(entry.path().filename().string(), ::testing::Not(::testing::StartsWith("new.")));
}

struct OutputCommand {
  const char* name;
  const char* command;  // but for the place of --out
};

void PrintTo(const OutputCommand& command, std::ostream* out) { *out << command.name; }

class OutputPlaceTest : public OutputsTest, public ::testing::WithParamInterface<OutputCommand> {};

TEST_P(OutputPlaceTest, ThatCannotBeMadeIsAFailure) {
  const ProgramRun run = Run(std::string(GetParam().command) + " --out @items.txt/below.csv");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err, HasSubstr("items.txt is a file, not a folder"));
  EXPECT_EQ(run.out, "") << "it is known before the work";
  EXPECT_EQ(ReadFile(Path("items.txt")), TinyItemList());
}

TEST_P(OutputPlaceTest, WithoutANameIsAUsageError) {
  const ProgramRun run = Run(std::string(GetParam().command) + " --out ''");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("--out: an empty name"));
}

INSTANTIATE_TEST_SUITE_P(
    Each, OutputPlaceTest,
    ::testing::Values(
        OutputCommand{"Hits", "hits @items.txt --per-hit 2"},
        OutputCommand{"Simulate", "simulate @hits.jsonl --truth @truth.csv --crowd @crowd.json"},
        OutputCommand{"Convert", "convert @workers.tsv --to wide"},
        OutputCommand{"Plan", "plan @plans.csv --crowd @crowd.json --budget 1 --per-hit 4 --replicates 1"},
        OutputCommand{"Aggregate", "aggregate @workers.tsv --restarts 1 --folds 0"},
        OutputCommand{"MakeIntruders", "intruders make @clusters.tsv --per-hit 3"},
        OutputCommand{"SimulateIntruders",
                      "intruders simulate @intruders.jsonl --truth @truth.csv --crowd @crowd.json"},
        OutputCommand{"ScoreIntruders", "intruders score @intruders.jsonl @intruder_hits.tsv"}),
    [](const auto& command) { return std::string(command.param.name); });

}  // namespace
}  // namespace crowdclust::testing
