// HITs by the answers so far.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

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

class AdaptiveHitsCommandTest : public ::testing::Test {
 protected:
  AdaptiveHitsCommandTest() {
    std::string items, truth = "item,kind\n", crowd = R"({"workers": 12, "noise": 0.05})";
    for (int i = 0; i < 40; ++i) {
      const std::string name = "item" + std::to_string(i);
      items += name + "\n";
      truth += name + ",kind" + std::to_string(i % 4) + "\n";
    }
    scratch_.Write("items.txt", items);
    scratch_.Write("truth.csv", truth);
    scratch_.Write("crowd.json", crowd);
  }

  ProgramRun Hits(const std::string& out, const std::string& flags) const {
    return RunProgram("hits " + Path("items.txt") + " --per-hit 6 --overlap 2 --seed " +
                      std::to_string(TestSeed()) + " --out " + Path(out) + " " + flags);
  }

  // The first HITs, their answers, and the clusters in `run`.
  void Begin() const {
    ASSERT_EQ(Hits("first.jsonl", "--design adaptive --hits 16").exit_code, 0);
    ASSERT_EQ(RunProgram("simulate " + Path("first.jsonl") + " --truth " + Path("truth.csv") + " --crowd " +
                         Path("crowd.json") + " --out " + Path("answers.csv"))
                  .exit_code,
              0);
    ASSERT_EQ(
        RunProgram("aggregate " + Path("answers.csv") + " --method partition --folds 0 --out " + Path("run"))
            .exit_code,
        0);
  }

  std::string Path(const std::string& name) const { return (scratch_.path() / name).string(); }

  ScratchFolder scratch_;
};

TEST_F(AdaptiveHitsCommandTest, NextHitsGoByTheRun) {
  Begin();
  const ProgramRun run = Hits("next.jsonl", "--design adaptive --hits 10 --run " + Path("run"));
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, ContainsRegex("assignments so far +32\n"));
  EXPECT_THAT(run.out, ContainsRegex("for the first time +1[0-6]\n")) << "of the 16 that nobody has seen";
  EXPECT_THAT(ReadFile(Path("next.jsonl")), HasSubstr("\"a32-h01\""));
  const auto plan = nlohmann::json::parse(ReadFile(Path("next.plan.json")));
  EXPECT_EQ(plan["design"], "adaptive");
  EXPECT_EQ(plan["hits"], 10);
  EXPECT_EQ(plan["adaptive"]["assignments_before"], 32);
  const std::string first = ReadFile(Path("next.jsonl"));
  ASSERT_EQ(Hits("next.jsonl", "--design adaptive --hits 10 --run " + Path("run")).exit_code, 0);
  EXPECT_EQ(ReadFile(Path("next.jsonl")), first);
}

TEST_F(AdaptiveHitsCommandTest, AllHitsOfARoundAreNamedByIt) {
  Begin();
  ASSERT_EQ(Hits("next.jsonl", "--design adaptive --hits 10 --prefix may- --run " + Path("run") +
                                   " --golden " + Path("truth.csv") + " --exam 2")
                .exit_code,
            0);
  EXPECT_THAT(ReadFile(Path("next.jsonl")), AllOf(HasSubstr("\"may-a32-h01\""), HasSubstr("\"may-a32-g1\"")));
  EXPECT_THAT(ReadFile(Path("next.exam.jsonl")), HasSubstr("\"may-a32-e1\""));
}

TEST_F(AdaptiveHitsCommandTest, ItemsThatAreNotListedAreCounted) {
  Begin();
  std::string others;
  for (int i = 0; i < 40; ++i) others += "other" + std::to_string(i) + "\n";
  const std::string answers = ReadFile(Path("answers.csv"));
  const std::size_t at = answers.find(",item", answers.find('\n')) + 1;
  const std::string shown = answers.substr(at, answers.find(',', at) - at) + "\n";
  std::string items = ReadFile(Path("items.txt"));
  items.erase(items.find(shown), shown.size());
  scratch_.Write("items.txt", items);
  const ProgramRun one = Hits("next.jsonl", "--design adaptive --hits 10 --run " + Path("run"));
  ASSERT_EQ(one.exit_code, 0) << one.err;
  EXPECT_THAT(one.out, ContainsRegex("items of these not in ITEMS +1\n"));
  EXPECT_EQ(nlohmann::json::parse(ReadFile(Path("next.plan.json")))["adaptive"]["items_not_listed"], 1);
  scratch_.Write("items.txt", others);
  const ProgramRun none = Hits("none.jsonl", "--design adaptive --run " + Path("run"));
  EXPECT_EQ(none.exit_code, 3);
  EXPECT_THAT(none.err, HasSubstr("items.txt: none of its items ('other0', …) is in the answers of --run"));
  EXPECT_FALSE(fs::exists(Path("none.jsonl")));
}

TEST_F(AdaptiveHitsCommandTest, OfOtherAnswersIsAnError) {
  Begin();
  scratch_.Write("answers.csv", ReadFile(Path("answers.csv")) + "h99,a99,w1,item0,1,3\n");
  const ProgramRun run = Hits("next.jsonl", "--design adaptive --run " + Path("run"));
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("answers.csv: not as it was when the clusters were found"));
  EXPECT_FALSE(fs::exists(Path("next.jsonl")));
}

TEST_F(AdaptiveHitsCommandTest, ARunIsOfTheAdaptiveDesignAlone) {
  const ProgramRun run = Hits("next.jsonl", "--run " + Path("run"));
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("--run is of --design adaptive; add that or leave --run out"));
}

}  // namespace
}  // namespace crowdclust::testing
