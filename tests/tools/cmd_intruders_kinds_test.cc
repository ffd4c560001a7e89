// Kinds of intruder HITs, golden ones, and tables that say which answers are right.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/input_file.h"
#include "tests/testing/test_files.h"
#include "tests/tools/run_program.h"
#include "tests/tools/tiny_study.h"

namespace crowdclust::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;

class IntruderKindsTest : public ::testing::Test {
 protected:
  std::string Path(const std::string& name) const { return (scratch_.path() / name).string(); }
  void Write(const std::string& name, const std::string& text) const { scratch_.Write(name, text); }

  ProgramRun Make(const std::string& flags) const {
    Write("clusters.tsv", kTinyClusters);
    return RunProgram("intruders make " + Path("clusters.tsv") + " --out " + Path("hits.jsonl") + " " +
                      flags);
  }

  ProgramRun Simulate() const {
    Write("truth.csv", kTinyTruth);
    Write("crowd.json", R"({"workers": 12})");
    return RunProgram("intruders simulate " + Path("hits.jsonl") + " --truth " + Path("truth.csv") +
                      " --crowd " + Path("crowd.json") + " --out " + Path("answers.tsv"));
  }

  ProgramRun Score(const std::string& flags = "") const {
    return RunProgram("intruders score " + Path("hits.jsonl") + " " + Path("answers.tsv") + " --out " +
                      Path("score") + " " + flags);
  }

  std::vector<nlohmann::json> Lines(const std::string& name) const {
    std::vector<nlohmann::json> lines;
    std::istringstream text(ReadFile(Path(name)));
    for (std::string line; std::getline(text, line);) lines.push_back(nlohmann::json::parse(line));
    return lines;
  }

  nlohmann::json Json() const { return nlohmann::json::parse(ReadFile(Path("score/intruders.json"))); }

  ScratchFolder scratch_;
};

TEST_F(IntruderKindsTest, NearestReadsTheRunsClusters) {
  Write("clusters.json",
        R"({"clusters":[{"cluster":0,"nearest_cluster":1},{"cluster":1,"nearest_cluster":0}]})");
  ASSERT_EQ(Make("--intruder nearest --count 6 --per-hit 4").exit_code, 0);
  EXPECT_THAT(ReadFile(Path("hits.plan.json")), HasSubstr("clusters.json"));
  fs::create_directory(Path("empty"));
  const ProgramRun missing = Make("--intruder nearest --run " + Path("empty"));
  EXPECT_EQ(missing.exit_code, 3);
  EXPECT_THAT(missing.err, HasSubstr("empty/clusters.json"));
  EXPECT_EQ(Make("--run " + Path("empty")).exit_code, 2);
}

TEST_F(IntruderKindsTest, StratifiedSharesAreSaidByPair) {
  const ProgramRun run = Make("--intruder stratified --count 8 --per-hit 4");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, ContainsRegex("\n  0, intruders of 1 \\(4 items\\) +4 HITs\n"));
}

TEST_F(IntruderKindsTest, TwinsAreAskedAnsweredAndScored) {
  const ProgramRun made = Make("--twins --count 9 --per-hit 4 --overlap 4");
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out, AllOf(HasSubstr("0 and 1 (4 items)"), HasSubstr("0 alone (4 items)")));
  ASSERT_EQ(Simulate().exit_code, 0);
  const ProgramRun run = Score();
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(Json()["question"], "twins");
  EXPECT_EQ(Json()["overall"]["answers"]["share"], 1);
  EXPECT_EQ(Json()["overall"]["chance"], 0.5);
  EXPECT_FALSE(Json().contains("position_bias"));
  EXPECT_THAT(ReadFile(Path("score/intruders.svg")), HasSubstr("One group or two"));
  Write("answers.tsv", "hit\tworker\tanswer\nt001\tann\t3\n");
  const ProgramRun bad = Score();
  EXPECT_EQ(bad.exit_code, 3);
  EXPECT_THAT(bad.err, HasSubstr("answers.tsv:2: answer '3'; one group is 1, two are 2"));
  EXPECT_EQ(Make("--twins --per-hit 3").exit_code, 2);
}

TEST_F(IntruderKindsTest, TasksForAPlatformLieBesideTheirKey) {
  Write("clusters.tsv", kTinyClusters);
  const std::string make = "intruders make " + Path("clusters.tsv") + " --count 3 --per-hit 4 --out ";
  ASSERT_EQ(RunProgram(make + Path("t.tsv") + " --to toloka").exit_code, 0);
  EXPECT_THAT(ReadFile(Path("t.tsv")), ::testing::StartsWith("INPUT:images\tTASK:overlap\n"));
  EXPECT_EQ(Lines("t.jsonl").size(), 3U);
  ASSERT_EQ(RunProgram(make + Path("t.csv") + " --to csv").exit_code, 0);
  EXPECT_THAT(ReadFile(Path("t.csv")), ::testing::StartsWith("hit,position,item\ni001,1,"));
  const ProgramRun same = RunProgram(make + Path("u.jsonl") + " --to csv");
  EXPECT_EQ(same.exit_code, 2);
  EXPECT_THAT(same.err, HasSubstr("a file beside it has this name"));
  EXPECT_FALSE(fs::exists(Path("u.jsonl")));
}

constexpr const char* kGolden =
    "hit,position,item,intruder_position\n"
    "g1,1,apple,3\ng1,2,pear,3\ng1,3,bus,3\ng2,1,car,2\ng2,2,plum,2\ng2,3,bus,2\n";

TEST_F(IntruderKindsTest, GoldenHitsAreMixedInAndDecideWhoCounts) {
  Write("golden.csv", kGolden);
  const ProgramRun made =
      Make("--count 6 --per-hit 4 --golden " + Path("golden.csv") + " --golden-rate 0.2 --training 1");
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out,
              AllOf(ContainsRegex("\n  of them golden +1\n"), ContainsRegex("\ntraining HITs +1\n"),
                    HasSubstr("2 golden HITs wanted, 1 there are"), HasSubstr("hits.training.jsonl")));
  std::string golden;
  for (const nlohmann::json& hit : Lines("hits.jsonl")) {
    if (hit.contains("golden")) golden = hit["hit"];
  }
  const std::vector<nlohmann::json> training = Lines("hits.training.jsonl");
  ASSERT_EQ(training.size(), 1U);
  EXPECT_NE(training[0]["hit"], golden);
  const std::string right = golden == "g1" ? "3" : "2";
  Write("answers.tsv", "hit\tworker\tanswer\n" + golden + "\tann\t" + right + "\n" + golden +
                           "\tbob\t1\ni001\tann\t1\ni001\tbob\t1\ni001\tcal\t1\n");
  const ProgramRun run = Score("--pass-mark 0.75");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("workers who did not pass, left out: 1 (bob)"));
  EXPECT_EQ(Json()["overall"]["answers"]["total"], 2);
  EXPECT_EQ(Json()["intake"]["of_failed_workers"], 1);
  EXPECT_EQ(Json()["failed_golden"], nlohmann::json({"bob"}));
  ASSERT_EQ(Score("--pass-mark 0.75 --need-golden").exit_code, 0);
  EXPECT_EQ(Json()["overall"]["answers"]["total"], 1);
}

TEST_F(IntruderKindsTest, GoldenHitsAskedApartQualifyToo) {
  ASSERT_EQ(Make("--count 6 --per-hit 4").exit_code, 0);
  Write("golden.csv", kGolden);
  Write("answers.tsv", "hit\tworker\tanswer\ng1\tann\t3\ng1\tbob\t1\ni001\tann\t1\ni001\tbob\t1\n");
  EXPECT_EQ(Score().exit_code, 3);  // nobody said what g1 is
  ASSERT_EQ(Score("--pass-mark 0.5 --golden " + Path("golden.csv")).exit_code, 0);
  EXPECT_EQ(Json()["overall"]["answers"]["total"], 1);
}

TEST_F(IntruderKindsTest, OneWorkerAndNobodyWhoPassesAreDefined) {
  ASSERT_EQ(Make("--count 4 --per-hit 4").exit_code, 0);
  Write("answers.tsv", "hit\tworker\tanswer\ni001\tann\t1\ni002\tann\t2\n");
  const ProgramRun one = Score();
  ASSERT_EQ(one.exit_code, 0) << one.err;
  EXPECT_THAT(one.out,
              AllOf(HasSubstr("one worker alone"), HasSubstr("HITs without answers, in no share: 2")));
  const ProgramRun none = Score("--need-golden");
  ASSERT_EQ(none.exit_code, 0) << none.err;
  EXPECT_THAT(none.out, HasSubstr("no HIT has an answer that counts"));
  EXPECT_TRUE(Json()["overall"]["answers"]["share"].is_null());
}

TEST_F(IntruderKindsTest, ATableThatSaysWhatIsRightIsScoredByStudy) {
  Write("words.csv",
        "model,topic,annotator,correct\nm1,1,a,1\nm1,1,b,0\nm1,2,a,1\nm2,1,a,0\nm2,1,b,0\nm2,1,a,1\n");
  const std::string command = "intruders score " + Path("words.csv") + " --out " + Path("score");
  const ProgramRun run = RunProgram(command +
                                    " --per-hit 6 --map hit=topic --map worker=annotator --map "
                                    "right=correct --by model");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("model m1\n66.7 % of 3 answers right; 95 % interval for these HITs"),
                             HasSubstr("model m2\n0.0 % of 2 answers"), HasSubstr("1 later answer")));
  EXPECT_EQ(Json()["studies"][0]["labels"]["model"], "m1");
  EXPECT_FALSE(Json()["studies"][0]["overall"].contains("majority"));
  EXPECT_THAT(ReadFile(Path("score/intruder_hits.tsv")), HasSubstr("\nm2\t1\t1\t\tNA\t2\t0\t"));
  for (const char* flags :
       {" --map hit=topic", " --by model", " --per-hit 6 --map hits=topic", " --per-hit 6 --golden x.csv"})
    EXPECT_EQ(RunProgram(command + flags).exit_code, 2) << flags;
  EXPECT_EQ(RunProgram(command).exit_code, 2);
  const ProgramRun column = RunProgram(command + " --per-hit 6");
  EXPECT_EQ(column.exit_code, 3);
  EXPECT_THAT(column.err, HasSubstr("words.csv:1: no column 'hit'"));
}

TEST_F(IntruderKindsTest, PlanSaysAnswersHitsAndCost) {
  const ProgramRun run =
      RunProgram("intruders plan --precision 0.8 --half-width 0.1 --clusters 6 --overlap 5 --json");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const nlohmann::json json = nlohmann::json::parse(run.out);
  const nlohmann::json& width = json["half_width"];
  EXPECT_LE(width["expected_half_width"], 0.1);
  EXPECT_EQ(width["hits_a_cluster"].get<int>(), (width["answers_a_cluster"].get<int>() + 4) / 5);
  EXPECT_EQ(width["answers"].get<int>(), 6 * 5 * width["hits_a_cluster"].get<int>());
  EXPECT_NEAR(width["cost"].get<double>(), 0.02 * width["answers"].get<int>(), 1e-9);
  EXPECT_GE(json["power"]["power"], 0.9);
  const ProgramRun doubled =
      RunProgram("intruders plan --precision 0.8 --half-width 0.1 --design-effect 2 --json");
  EXPECT_EQ(nlohmann::json::parse(doubled.out)["half_width"]["answers_a_cluster"].get<int>(),
            2 * width["independent_answers_a_cluster"].get<int>());
  const ProgramRun low = RunProgram("intruders plan --precision 0.1");
  EXPECT_EQ(low.exit_code, 2);
  EXPECT_THAT(low.err, HasSubstr("--precision 0.1: that is no more than chance, 1 of 8"));
  EXPECT_THAT(RunProgram("intruders plan").out,
              AllOf(HasSubstr("HITs in all"), HasSubstr("--design-effect")));
}

}  // namespace
}  // namespace crowdclust::testing
