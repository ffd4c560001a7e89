#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/input_file.h"
#include "tests/testing/test_files.h"
#include "tests/testing/test_seed.h"
#include "tests/tools/run_program.h"
#include "tests/tools/tiny_study.h"

namespace crowdclust::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kTwoHits =
    R"({"hit":"h1","items":["apple","bus","pear","car"],"overlap":3}
{"hit":"h2","items":["plum","fig","train","tram"],"overlap":3}
)";

class SimulateTest : public ::testing::Test {
 protected:
  ProgramRun Simulate(const std::string& crowd, const std::string& out, const std::string& seed = "1",
                      const std::string& truth = kTinyTruth) const {
    const fs::path hits = scratch_.Write("hits.jsonl", kTwoHits);
    const fs::path truth_path = scratch_.Write("truth.csv", truth);
    const fs::path crowd_path = scratch_.Write("crowd.json", crowd);
    return RunProgram("simulate " + hits.string() + " --truth " + truth_path.string() + " --crowd " +
                      crowd_path.string() + " --seed " + seed + " --out " + Out(out).string());
  }

  fs::path Out(const std::string& name) const { return scratch_.path() / name; }

  ScratchFolder scratch_;
};

bool IsFruit(const std::string& item) {
  return item == "apple" || item == "pear" || item == "plum" || item == "fig";
}

TEST_F(SimulateTest, WorkersWithoutNoiseSortByKind) {
  const std::string seed = std::to_string(TestSeed());
  ASSERT_EQ(Simulate(R"({"workers": 5})", "answers.csv", seed).exit_code, 0);
  std::istringstream lines(ReadFile(Out("answers.csv")));
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line, "hit,assignment,worker,item,group,seconds");
  std::map<std::pair<std::string, std::string>, std::set<bool>> kinds_of_group;
  std::map<std::string, std::set<std::string>> workers_of_hit;
  int rows = 0;
  for (; std::getline(lines, line); ++rows) {
    std::istringstream cells(line);
    std::string hit, assignment, worker, item, group;
    for (std::string* cell : {&hit, &assignment, &worker, &item, &group}) std::getline(cells, *cell, ',');
    kinds_of_group[{assignment, group}].insert(IsFruit(item));
    workers_of_hit[hit].insert(worker);
  }
  EXPECT_EQ(rows, 24);
  EXPECT_EQ(kinds_of_group.size(), 12U);
  for (const auto& [group, kinds] : kinds_of_group) EXPECT_EQ(kinds.size(), 1U);
  for (const auto& [hit, workers] : workers_of_hit) EXPECT_EQ(workers.size(), 3U) << hit;
}

TEST_F(SimulateTest, EqualSeedEqualBytes) {
  const std::string crowd = R"({"workers": 5, "noise": 0.3, "spammer_share": 0.2})";
  ASSERT_EQ(Simulate(crowd, "a.csv", "3").exit_code, 0);
  ASSERT_EQ(Simulate(crowd, "b.csv", "3").exit_code, 0);
  ASSERT_EQ(Simulate(crowd, "c.csv", "4").exit_code, 0);
  EXPECT_EQ(ReadFile(Out("a.csv")), ReadFile(Out("b.csv")));
  EXPECT_NE(ReadFile(Out("a.csv")), ReadFile(Out("c.csv")));
}

TEST_F(SimulateTest, CountsTheKindsOfWorkers) {
  const ProgramRun run = Simulate(
      R"({"workers": 10, "spammer_share": 0.2, "second_label_share": 0.3, "lumper_share": 0.4, "lump_share": 0.5})",
      "answers.tsv");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(ContainsRegex("workers  +10\n"), ContainsRegex("by the first label  +5\n"),
                             ContainsRegex("lumpers  +2\n"), ContainsRegex("by the second label  +3\n"),
                             ContainsRegex("spammers  +2\n"), ContainsRegex("assignments  +6\n")));
  EXPECT_THAT(ReadFile(Out("answers.tsv")), StartsWith("hit\tassignment\tworker\titem\tgroup\tseconds\n"));
}

TEST_F(SimulateTest, AggregateReadsWhatIsWritten) {
  ASSERT_EQ(Simulate(R"({"workers": 5, "skip_share": 0.2})", "answers.tsv").exit_code, 0);
  const ProgramRun run = RunProgram("aggregate " + Out("answers.tsv").string() + " --out " +
                                    Out("found").string() + " --restarts 1 --max-sweeps 5");
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("6 assignments read"));
}

TEST_F(SimulateTest, GoldenHitsAreMarkedAndAnsweredByAllWithoutAnOverlap) {
  const fs::path hits = scratch_.Write(
      "exam.jsonl",
      R"({"hit":"e1","kind":"exam","items":["apple","bus","pear"],"known_groups":[1,2,1],"overlap":0})");
  const ProgramRun run = RunProgram("simulate " + hits.string() + " --truth " +
                                    scratch_.Write("truth.csv", kTinyTruth).string() + " --crowd " +
                                    scratch_.Write("crowd.json", R"({"workers": 4})").string() + " --out " +
                                    Out("answers.csv").string());
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(ContainsRegex("with known groups  +1\n"), ContainsRegex("assignments  +4\n")));
  std::istringstream lines(ReadFile(Out("answers.csv")));
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line, "hit,assignment,worker,item,group,seconds,golden");
  std::set<std::string> workers;
  while (std::getline(lines, line)) {
    EXPECT_TRUE(line.ends_with(",1")) << line;
    workers.insert(line.substr(line.find(",w"), 5));
  }
  EXPECT_EQ(workers.size(), 4U);
}

struct BadCrowd {
  const char* name;
  const char* crowd;
  const char* truth;
  const char* message;
};

class BadCrowdTest : public SimulateTest, public ::testing::WithParamInterface<BadCrowd> {};

TEST_P(BadCrowdTest, IsSaidAndNothingIsWritten) {
  const ProgramRun run = Simulate(GetParam().crowd, "answers.csv", "1", GetParam().truth);
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr(GetParam().message));
  EXPECT_FALSE(fs::exists(Out("answers.csv")));
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadCrowdTest,
    ::testing::Values(BadCrowd{"UnknownKnob", R"({"workers": 5, "noisy": 0.1})", kTinyTruth,
                               "crowd.json: field 'noisy' is unknown; nearest is 'noise'"},
                      BadCrowd{"OutOfRange", R"({"workers": 5, "noise": 1.5})", kTinyTruth,
                               "must be in 0 to 1"},
                      BadCrowd{"InvalidJson", R"({"workers": )", kTinyTruth, "crowd.json:1: invalid JSON"},
                      BadCrowd{"SharesBeyondAll", R"({"spammer_share": 0.6, "second_label_share": 0.6})",
                               kTinyTruth, "more than all workers"},
                      BadCrowd{"TooFewWorkers", R"({"workers": 2})", kTinyTruth, "2 workers"},
                      BadCrowd{"ItemWithoutTruth", R"({"workers": 5})", "item,kind\napple,fruit\n",
                               "truth.csv: the truth lacks 7 of the 8 items"},
                      BadCrowd{"NoSecondLabel", R"({"workers": 5, "second_label_share": 0.4})",
                               "item,kind\napple,f\npear,f\nplum,f\nfig,f\nbus,v\ncar,v\ntrain,v\ntram,v\n",
                               "second label"}),
    [](const auto& bad) { return std::string(bad.param.name); });

}  // namespace
}  // namespace crowdclust::testing
