#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "base/input_file.h"
#include "tests/testing/test_files.h"
#include "tests/tools/run_program.h"
#include "tests/tools/tiny_study.h"

namespace crowdclust::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;

class JsonConfigTest : public ::testing::Test {
 protected:
  // Aggregates the tiny study under this configuration.
  ProgramRun Run(const std::string& config, const std::string& flags = "") const {
    const fs::path answers = scratch_.Write("answers.csv", TinyLongTable());
    const fs::path path = scratch_.Write("c.json", config);
    return RunProgram("aggregate " + answers.string() + " --out " + out_.string() + " --config " +
                      path.string() + " " + flags);
  }

  nlohmann::json Options() const { return nlohmann::json::parse(ReadFile(out_ / "run.json"))["options"]; }

  ScratchFolder scratch_;
  fs::path out_ = scratch_.path() / "found";
};

TEST_F(JsonConfigTest, FieldsAreFlags) {
  const ProgramRun run = Run(R"({"about": "few sweeps", "max_sweeps": 7, "restarts": 1, "tolerance": 0.5,
    "learn_prior": false, "include_golden": true, "format": "table", "quiet": true})");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out, "");
  const nlohmann::json options = Options();
  EXPECT_EQ(options["max_sweeps"], 7);
  EXPECT_EQ(options["restarts"], 1);
  EXPECT_EQ(options["tolerance"], 0.5);
  EXPECT_EQ(options["learn_prior"], false);
  EXPECT_EQ(options["include_golden"], true);
  EXPECT_EQ(options["format"], "table");
}

TEST_F(JsonConfigTest, AFlagWins) {
  const std::string config = R"({"max_sweeps": 7, "restarts": 1, "include_golden": false})";
  ASSERT_EQ(Run(config, "--max-sweeps 9 --restarts=2 --include-golden").exit_code, 0);
  EXPECT_EQ(Options()["max_sweeps"], 9);
  EXPECT_EQ(Options()["restarts"], 2);
  EXPECT_EQ(Options()["include_golden"], true);
}

TEST_F(JsonConfigTest, AFlagWinsOverItsOpposite) {
  ASSERT_EQ(Run(R"({"learn_prior": true, "restarts": 1, "max_sweeps": 9})", "--no-learn-prior").exit_code, 0);
  EXPECT_EQ(Options()["learn_prior"], false);
}

struct BadConfig {
  const char* name;
  const char* text;
  const char* message;
};

class BadConfigTest : public JsonConfigTest, public ::testing::WithParamInterface<BadConfig> {};

TEST_P(BadConfigTest, IsAUsageErrorAndNothingIsWritten) {
  const ProgramRun run = Run(GetParam().text);
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr(GetParam().message));
  EXPECT_FALSE(fs::exists(out_));
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadConfigTest,
    ::testing::Values(
        BadConfig{"UnknownField", R"({"max_sweep": 7})",
                  "c.json: unknown field 'max_sweep'; nearest is 'max_sweeps'"},
        BadConfig{"FlagOfAnotherCommand", R"({"per_hit": 7})", "unknown field 'per_hit'"},
        BadConfig{"InvalidJson", "{\n\"max_sweeps\": }", "c.json:2: invalid JSON"},
        BadConfig{"FieldTwice", R"({"seed": 1, "seed": 2})", "field 'seed' stands twice"},
        BadConfig{"NoObject", "[]", "c.json: an object {…} is needed"},
        BadConfig{"Empty", "", "c.json: empty file"},
        BadConfig{"ArrayAsValue", R"({"seed": [1]})", "field 'seed' must be a text, a number"},
        BadConfig{"ArrayInAnArray", R"({"map": [["worker=w"]]})", "field 'map' must be a text, a number"},
        BadConfig{"NullAsValue", R"({"seed": null})", "field 'seed' must be a text, a number"},
        BadConfig{"OutOfRange", R"({"max_sweeps": 0})",
                  "c.json: field 'max_sweeps': --max-sweeps: Value 0 not in range"},
        BadConfig{"NotANumber", R"({"restarts": "many"})", "c.json: field 'restarts': --restarts: "},
        BadConfig{"HalfASweep", R"({"max_sweeps": 2.5})",
                  "c.json: field 'max_sweeps': --max-sweeps: '2.5' is no whole number"},
        BadConfig{"FoundLater", R"({"dimensions": "few"})",
                  "c.json: field 'dimensions': --dimensions: 'few' is neither auto"}),
    [](const auto& config) { return std::string(config.param.name); });

TEST_F(JsonConfigTest, WhatTheCommandLineSaysIsNotOfTheFile) {
  const ProgramRun run = Run(R"({"restarts": 1})", "--max-sweeps 0");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, ::testing::Not(HasSubstr("c.json")));
}

TEST_F(JsonConfigTest, AFlagThatMayBeRepeatedMayBeAnArray) {
  const std::string sweeps = R"("restarts": 1, "max_sweeps": 5})";
  ASSERT_EQ(Run(R"({"map": ["worker=worker", "item=item"], )" + sweeps).exit_code, 0);
  EXPECT_EQ(Options()["map"].dump(), R"({"item":"item","worker":"worker"})");
  ASSERT_EQ(Run(R"({"map": "hit=worker", )" + sweeps).exit_code, 0);
  EXPECT_EQ(Options()["map"].dump(), R"({"hit":"worker"})");
  ASSERT_EQ(Run(R"({"map": ["hit=nothing"], )" + sweeps, "--map hit=worker").exit_code, 0);
  EXPECT_EQ(Options()["map"].dump(), R"({"hit":"worker"})") << "a flag wins";
}

TEST_F(JsonConfigTest, AMissingFileIsAUsageError) {
  const ProgramRun run = RunProgram("evaluate a.tsv --truth b.csv --config nowhere.json");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("nowhere.json: cannot read"));
}

TEST_F(JsonConfigTest, IsNotOverwritten) {
  const fs::path config = scratch_.Write("c.json", R"({"per_hit": 2})");
  const fs::path items = scratch_.Write("items.txt", TinyItemList());
  for (const char* out : {" --out ", " --out="}) {
    const ProgramRun run = RunProgram("hits " + items.string() + " --config " + config.string() + out +
                                      (scratch_.path() / "." / "c.json").string());
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.err, HasSubstr("c.json: both read as --config and written"));
    EXPECT_EQ(ReadFile(config), R"({"per_hit": 2})");
  }
}

TEST_F(JsonConfigTest, ServesCommandsOfCommands) {
  const fs::path clusters = scratch_.Write("clusters.tsv", kTinyClusters);
  const fs::path config = scratch_.Write("make.json", R"({"count": 6, "per_hit": 3, "overlap": 2})");
  const fs::path hits = scratch_.path() / "hits.jsonl";
  const ProgramRun run = RunProgram("intruders make " + clusters.string() + " --out=" + hits.string() +
                                    " --config=" + config.string());
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const nlohmann::json plan = nlohmann::json::parse(ReadFile(scratch_.path() / "hits.plan.json"));
  EXPECT_EQ(plan["hits"], 6);
  EXPECT_NEAR(plan["reward_total"], 0.24, 1e-12);
}

TEST_F(JsonConfigTest, EveryConfigurationThatIsShippedIsUsable) {
  const fs::path answers = scratch_.Write("answers.csv", TinyLongTable());
  for (const char* path : {"configs/aggregate/released.json", "configs/shoes/aggregate.json"}) {
    const ProgramRun run = RunProgram("aggregate " + answers.string() + " --max-sweeps 5 --out " +
                                      out_.string() + " --config " + path);
    EXPECT_EQ(run.exit_code, 0) << path << run.err;
  }
}

}  // namespace
}  // namespace crowdclust::testing
