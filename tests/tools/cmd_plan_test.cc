#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/input_file.h"
#include "tests/testing/test_files.h"
#include "tests/testing/test_seed.h"
#include "tests/tools/run_program.h"

namespace crowdclust::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr const char* kCrowd = R"({"workers": 12, "noise": 0.15, "spammer_share": 0.1, "seconds_mean": 60})";

// A study of 24 items of three kinds, small enough to simulate often.
class PlanTest : public ::testing::Test {
 protected:
  PlanTest() {
    std::string items, truth = "item,kind\n";
    for (int i = 0; i < 24; ++i) {
      const std::string name = "item" + std::to_string(i);
      items += name + "\n";
      truth += name + ",kind" + std::to_string(i % 3) + "\n";
    }
    items_ = scratch_.Write("items.txt", items);
    truth_ = scratch_.Write("truth.csv", truth);
    crowd_ = scratch_.Write("crowd.json", kCrowd);
  }

  ProgramRun Plan(const std::string& flags, const std::string& out = "planned") const {
    const std::string per_hit = flags.find("--per-hit") == std::string::npos ? " --per-hit 6 " : " ";
    return RunProgram("plan " + items_.string() + " --crowd " + crowd_.string() + " --out " +
                      Out(out).string() + " --seed " + std::to_string(TestSeed()) + per_hit + flags);
  }

  fs::path Out(const std::string& name) const { return scratch_.path() / name; }

  nlohmann::json Json(const std::string& out = "planned") const {
    return nlohmann::json::parse(ReadFile(Out(out) / "plan.json"));
  }

  ScratchFolder scratch_;
  fs::path items_, truth_, crowd_;
};

TEST_F(PlanTest, WritesPlansAndSaysWhichToTake) {
  const ProgramRun run = Plan("--budget 5 --replicates 4 --clusters 3 --quality 0.8");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(
      run.out,
      AllOf(StartsWith("items         24\n"), ContainsRegex("\nplans +[0-9]+ within the budget of 5.00"),
            HasSubstr(" simulated by the method partition, 4 a plan\n"),
            ContainsRegex("\nHITs an item  overlap  HITs  assignments  pairs that meet  connected"),
            ContainsRegex("\nfor 0.8 .*: [0-9]+ assignments for [0-9.]+, .* adjusted Rand 0\\.[89]|1\\.0"),
            HasSubstr("\nand find by   crowdclust aggregate ANSWERS --out found --method partition\n"),
            HasSubstr("plans.csv, plan.json, plan.svg\n")));
  EXPECT_THAT(run.err, IsEmpty());
  const std::string table = ReadFile(Out("planned") / "plans.csv");
  EXPECT_THAT(table, StartsWith("hits_per_item,overlap,hits,assignments,pair_labels,cost,"));
  EXPECT_THAT(ReadFile(Out("planned") / "plan.svg"), AllOf(StartsWith("<svg "), HasSubstr("wanted 0.8")));
  const nlohmann::json json = Json();
  EXPECT_EQ(json["plans"].size(), static_cast<std::size_t>(std::ranges::count(table, '\n')) - 1);
  EXPECT_EQ(json["inputs"].size(), 2U);
  EXPECT_EQ(json["options"]["clusters"], "3");
  EXPECT_EQ(json["options"]["replicates"], 4);
  EXPECT_TRUE(json["reached"]);
}

// The command printed deals the very HITs that the row of the table is about.
TEST_F(PlanTest, TheCommandDealsThePlan) {
  const ProgramRun run = Plan(
      "--budget 5 --fee 0.2 --replicates 2 --clusters 3 --quality 0.5 --design balanced --reward 0.03 "
      "--hits-per-item 2,4,6");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const std::string before = "deal it by    crowdclust ";
  const std::size_t at = run.out.find(before);
  ASSERT_NE(at, std::string::npos) << run.out;
  std::string command = run.out.substr(at + before.size());
  command = command.substr(0, command.find('\n'));
  const std::size_t out = command.find("hits.jsonl");
  ASSERT_NE(out, std::string::npos) << command;
  command.replace(out, 10, Out("hits.jsonl").string());
  ASSERT_EQ(RunProgram(command).exit_code, 0) << command;
  const nlohmann::json hits = nlohmann::json::parse(ReadFile(Out("hits.plan.json")));
  const nlohmann::json json = Json();
  for (const nlohmann::json& plan : json["plans"]) {
    if (!plan["chosen"]) continue;
    for (const char* field : {"hits", "assignments", "pair_labels", "overlap", "hits_per_item"})
      EXPECT_EQ(plan[field], hits[field]) << field;
    EXPECT_DOUBLE_EQ(plan["pairs_met_share"], hits["pairs_met_share"]);
    EXPECT_NEAR(plan["cost"], 1.2 * hits["reward_total"].get<double>(), 1e-9);
    return;
  }
  FAIL() << "no plan is chosen";
}

TEST_F(PlanTest, ATruthIsInsteadOfWhatIsExpected) {
  for (const char* flag : {"--clusters 3", "--evenness 2", "--second-labels 3"}) {
    const ProgramRun run = Plan("--budget 5 --truth " + truth_.string() + " " + flag);
    EXPECT_EQ(run.exit_code, 2) << flag;
    EXPECT_THAT(run.err, HasSubstr(" excludes --truth")) << flag;
    EXPECT_FALSE(fs::exists(Out("planned")));
  }
}

TEST_F(PlanTest, ThreadsChangeNothing) {
  for (const char* threads : {"1", "2"})
    ASSERT_EQ(Plan("--budget 3 --replicates 3 --threads " + std::string(threads), threads).exit_code, 0);
  for (const char* file : {"plans.csv", "plan.svg"})
    EXPECT_EQ(ReadFile(Out("1") / file), ReadFile(Out("2") / file));
  EXPECT_EQ(Json("1")["plans"], Json("2")["plans"]);
}

// How long it takes is no matter of a test: machines are busy. That time ends it is.
TEST_F(PlanTest, TimeEndsTheStudiesBetweenTwoRounds) {
  constexpr int kMostStudies = 400;
  const auto start = std::chrono::steady_clock::now();
  const ProgramRun run = Plan("--budget 20 --plan-seconds 2");
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_GT(passed.count(), 1.9);
  int most = 0, fewest = kMostStudies;
  const nlohmann::json json = Json();
  for (const nlohmann::json& plan : json["plans"]) {
    if (plan["status"] != "within") continue;
    most = std::max(most, plan["studies"].get<int>());
    fewest = std::min(fewest, plan["studies"].get<int>());
  }
  EXPECT_LT(most, kMostStudies);
  EXPECT_LE(most - fewest, 1);
}

TEST_F(PlanTest, WithoutTimeItSaysSo) {
  const ProgramRun run = Plan("--budget 3 --plan-seconds 0.0001");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("no study ended; give more --plan-seconds"));
  EXPECT_FALSE(fs::exists(Out("planned") / "plan.svg"));
  EXPECT_TRUE(fs::exists(Out("planned") / "plans.csv"));
}

struct Moments {
  double mean = 0, error = 0;
};

Moments MomentsOf(const std::vector<double>& values) {
  const auto count = static_cast<double>(values.size());
  Moments moments;
  for (const double value : values) moments.mean += value / count;
  for (const double value : values) moments.error += std::pow(value - moments.mean, 2);
  moments.error = std::sqrt(moments.error / (count - 1) / count);
  return moments;
}

// What it foretells comes true: studies dealt, answered and read by the commands, of seeds of their own, have
// the same mean within errors. The plan is one in the middle, where a wrong crowd or plan would show.
TEST_F(PlanTest, ForetellsWhatTheCommandsFind) {
  ASSERT_EQ(Plan("--budget 100 --replicates 30 --hits-per-item 2 --overlap 2,4 --truth " + truth_.string())
                .exit_code,
            0);
  const nlohmann::json plans = Json()["plans"];
  ASSERT_EQ(plans.size(), 2U);
  const std::string clusters = (Out("found") / "clusters.tsv").string();
  std::vector<double> found;
  for (int s = 0; s < 10; ++s) {
    const std::string seed = " --seed " + std::to_string(TestSeed() + 100 + static_cast<std::uint64_t>(s));
    const std::string hits = Out("hits.jsonl").string(), answers = Out("answers.tsv").string();
    for (const std::string& command :
         {"hits " + items_.string() + " --out " + hits + " --per-hit 6 --hits-per-item 2 --overlap 2" + seed,
          "simulate " + hits + " --truth " + truth_.string() + " --crowd " + crowd_.string() + " --out " +
              answers + seed,
          "aggregate " + answers + " --out " + Out("found").string() +
              " --method partition --folds 0 --bootstraps 0 --quiet" + seed}) {
      const ProgramRun run = RunProgram(command);
      ASSERT_EQ(run.exit_code, 0) << command << ": " << run.err;
    }
    const ProgramRun run = RunProgram("evaluate " + clusters + " --json --truth " + truth_.string());
    ASSERT_EQ(run.exit_code, 0) << run.err;
    found.push_back(nlohmann::json::parse(run.out)["adjusted_rand"]);
  }
  const Moments commands = MomentsOf(found);
  const auto nearness = [&commands](const nlohmann::json& plan) {
    return std::abs(plan["adjusted_rand"].get<double>() - commands.mean) /
           std::hypot(plan["standard_error"].get<double>(), commands.error);
  };
  EXPECT_LT(nearness(plans[0]), 4.5);
  EXPECT_GT(plans[1]["adjusted_rand"], plans[0]["adjusted_rand"]);
}

TEST_F(PlanTest, ManyItemsAreSampled) {
  const ProgramRun run =
      Plan("--budget 100 --replicates 2 --clusters 3 --sample-items 12 --hits-per-item 4,8 --overlap 2");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr(", each with 12 of the items\n"));
  EXPECT_EQ(Json()["items_of_study"], 12);
  EXPECT_EQ(Json()["plans"][0]["hits"], 16);  // of all 24
}

TEST_F(PlanTest, PlansOutOfReachAreListed) {
  const ProgramRun run =
      Plan("--budget 1 --replicates 2 --hits-per-item 1,2,64 --overlap 1 --design connected");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out,
              HasSubstr("1 within the budget of 1.00, 1 beyond it, 1 that the design cannot deal\n"));
  const nlohmann::json plans = Json()["plans"];
  EXPECT_EQ(plans[0]["status"], "cannot_be_dealt");
  EXPECT_EQ(plans[2]["status"], "beyond_budget");
  EXPECT_TRUE(plans[2]["adjusted_rand"].is_null());
}

TEST_F(PlanTest, SaysWhenNoPlanReaches) {
  const ProgramRun run = Plan("--budget 0.2 --replicates 2 --quality 1");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(
      run.out,
      AllOf(HasSubstr("\nfor 1         no plan that was simulated reaches it; the best is below\nbest "),
            HasSubstr("\ndeal it by ")));
}

TEST_F(PlanTest, AListEndsWithItsWord) {
  const ProgramRun run =
      RunProgram("plan --per-hit 6 --overlap 1,2 --hits-per-item 2,3.5 " + items_.string() + " --crowd " +
                 crowd_.string() + " --budget 5 --replicates 1 --out " + Out("planned").string());
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(Json()["plans"].size(), 4U);
  EXPECT_EQ(Json()["options"]["hits_per_item"], (std::vector{2, 3.5}));
}

TEST_F(PlanTest, QuietIsQuiet) {
  const ProgramRun run = Plan("--budget 0.2 --replicates 2 --quiet");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_TRUE(fs::exists(Out("planned") / "plan.svg"));
}

struct BadPlan {
  const char* name;
  const char* flags;
  int exit_code;
  const char* message;
};

class BadPlanTest : public PlanTest, public ::testing::WithParamInterface<BadPlan> {};

TEST_P(BadPlanTest, IsSaidAndNothingIsWritten) {
  const ProgramRun run = Plan(GetParam().flags);
  EXPECT_EQ(run.exit_code, GetParam().exit_code);
  EXPECT_THAT(run.err, HasSubstr(GetParam().message));
  EXPECT_FALSE(fs::exists(Out("planned")));
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadPlanTest,
    ::testing::Values(
        BadPlan{"SmallBudget", "--budget 0.1", 3,
                "the cheapest plan, 2 HITs an item with an overlap of 1, costs 0.16 (8"},
        BadPlan{"NoBudget", "", 2, "--budget is required"},
        BadPlan{"TooManyAHit", "--budget 5 --per-hit 25", 3, "items.txt: 25 items a HIT, but only 24 items"},
        BadPlan{"TooFewWorkers", "--budget 5 --overlap 13", 3,
                "--overlap: an overlap of 13, but the crowd has 12 workers"},
        BadPlan{"TooManyCategories", "--budget 5 --clusters 20-30", 3,
                "items.txt: 30 categories, but a simulated study has 24 items"},
        BadPlan{"NoRange", "--budget 5 --clusters 8-4", 2, "--clusters: '8-4' is neither auto"},
        BadPlan{"NoSample", "--budget 5 --sample-items few", 2, "--sample-items: 'few' is neither auto"},
        BadPlan{"NoDesign", "--budget 5 --design adaptive", 2, "--design"},
        BadPlan{"NoHalfHits", "--budget 5 --hits-per-item 2,0.5", 2, "--hits-per-item"},
        BadPlan{"NoSuchTruth", "--budget 5 --truth missing.csv", 3, "missing.csv"},
        BadPlan{"TwoBounds", "--budget 5 --replicates 3 --plan-seconds 5", 2, "excludes"},
        BadPlan{"AllCarriedOver", "--budget 5 --design kernel --carried 12", 2,
                "--carried 12: 12 items carried over by a HIT of"},
        BadPlan{"CarriedOfAnotherDesign", "--budget 5 --carried 3", 2, "--carried is of --design kernel"},
        BadPlan{"HitsAnItemOfExhaustive", "--budget 5 --design exhaustive --hits-per-item 3", 2,
                "--hits-per-item is of --design random"},
        BadPlan{"CannotBeDealt", "--budget 5 --hits-per-item 1 --design kernel", 3,
                "the design 'kernel' can deal none of the plans within the budget"}),
    [](const auto& bad) { return std::string(bad.param.name); });

}  // namespace
}  // namespace crowdclust::testing
