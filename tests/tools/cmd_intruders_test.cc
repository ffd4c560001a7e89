#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
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

class IntrudersTest : public ::testing::Test {
 protected:
  fs::path Path(const std::string& name) const { return scratch_.path() / name; }

  ProgramRun Make(const std::string& clusters, const std::string& flags) const {
    const fs::path path = scratch_.Write("clusters.tsv", clusters);
    return RunProgram("intruders make " + path.string() + " --out " + Path("hits.jsonl").string() + " " +
                      flags);
  }

  ProgramRun Score(const std::string& hits, const std::string& name, const std::string& answers,
                   const std::string& out = "score") const {
    const fs::path hits_path = scratch_.Write("hits.jsonl", hits);
    const fs::path path = scratch_.Write(name, answers);
    return RunProgram("intruders score " + hits_path.string() + " " + path.string() + " --out " +
                      Path(out).string());
  }

  std::vector<nlohmann::json> Hits() const {
    std::vector<nlohmann::json> lines;
    std::istringstream text(ReadFile(Path("hits.jsonl")));
    for (std::string line; std::getline(text, line);) lines.push_back(nlohmann::json::parse(line));
    return lines;
  }

  ScratchFolder scratch_;
};

std::string ClusterOf(const std::string& item) {
  for (std::size_t i = 0; i < 4; ++i) {
    if (item == kTinyItems[i]) return "0";
  }
  return "1";
}

TEST_F(IntrudersTest, EachHitHasOneItemOfAnotherCluster) {
  const ProgramRun run =
      Make(kTinyClusters, "--count 12 --per-hit 4 --overlap 3 --seed " + std::to_string(TestSeed()));
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(ContainsRegex("\nHITs  +12\n"), ContainsRegex("\nassignments  +36\n"),
                             ContainsRegex("\nreward in total  +0\\.72\n")));
  std::map<std::string, int> hits_of_cluster;
  std::set<std::set<std::string>> different;
  for (const nlohmann::json& hit : Hits()) {
    ++hits_of_cluster[hit["main_cluster"]];
    std::set<std::string> items;
    for (std::size_t at = 0; at < 4; ++at) {
      const std::string item = hit["items"][at];
      const bool intruder = at + 1 == hit["intruder_position"];
      EXPECT_EQ(ClusterOf(item), hit[intruder ? "intruder_cluster" : "main_cluster"]);
      items.insert(item);
    }
    EXPECT_EQ(items.size(), 4U);
    different.insert(items);
  }
  EXPECT_EQ(hits_of_cluster, (std::map<std::string, int>{{"0", 6}, {"1", 6}}));
  EXPECT_EQ(different.size(), 12U);
}

TEST_F(IntrudersTest, EqualSeedEqualBytes) {
  const auto bytes = [this](const std::string& seed) {
    EXPECT_EQ(Make(kTinyClusters, "--count 9 --per-hit 3 --seed " + seed).exit_code, 0);
    return ReadFile(Path("hits.jsonl")) + ReadFile(Path("hits.plan.json"));
  };
  const std::string first = bytes("2");
  EXPECT_EQ(bytes("2"), first);
  EXPECT_NE(bytes("3"), first);
}

TEST_F(IntrudersTest, FewerDifferentHitsThanAskedAreMadeAndSaid) {
  const ProgramRun run = Make(kTinyClusters, "--count 1000 --per-hit 4");
  ASSERT_EQ(run.exit_code, 0);
  // 4 sets of 3 of the 4 items, each with one of 4 intruders, in either cluster.
  EXPECT_THAT(run.out, HasSubstr("1,000 HITs asked for, but there are only 32 different ones"));
  EXPECT_EQ(Hits().size(), 32U);
  EXPECT_EQ(nlohmann::json::parse(ReadFile(Path("hits.plan.json")))["shortfall"], 968);
}

TEST_F(IntrudersTest, ClustersThatAreTooSmallAreNamed) {
  const ProgramRun run = Make(std::string(kTinyClusters) + "oak\t2\t1\n", "--count 4 --per-hit 4");
  ASSERT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, HasSubstr("in no HIT as a main cluster, since they have one item: 2"));
}

TEST_F(IntrudersTest, OneClusterOnlyOrNoneLargeEnoughIsAnError) {
  const ProgramRun one = Make("item\tcluster\na\t0\nb\t0\nc\t0\n", "--per-hit 3");
  EXPECT_EQ(one.exit_code, 3);
  EXPECT_THAT(one.err, HasSubstr("clusters.tsv: one cluster only ('0')"));
  const ProgramRun small = Make("item\tcluster\na\t0\nb\t1\n", "--per-hit 3");
  EXPECT_EQ(small.exit_code, 3);
  EXPECT_THAT(small.err, HasSubstr("clusters.tsv: no cluster has two items"));
  const ProgramRun column = Make("item\tclusters\na\t0\nb\t1\n", "--per-hit 3");
  EXPECT_EQ(column.exit_code, 3);
  EXPECT_THAT(column.err, HasSubstr("clusters.tsv:1: no column 'cluster'; nearest is 'clusters'"));
  EXPECT_FALSE(fs::exists(Path("hits.jsonl")));
  EXPECT_FALSE(fs::exists(Path("hits.plan.json")));
}

TEST_F(IntrudersTest, WorkersWithoutNoiseFindEveryIntruder) {
  ASSERT_EQ(Make(kTinyClusters, "--count 6 --per-hit 4 --overlap 3").exit_code, 0);
  const fs::path truth = scratch_.Write("truth.csv", kTinyTruth);
  const fs::path crowd = scratch_.Write("crowd.json", R"({"workers": 5})");
  const std::string simulate = "intruders simulate " + Path("hits.jsonl").string() + " --truth " +
                               truth.string() + " --crowd " + crowd.string() + " --out ";
  ASSERT_EQ(RunProgram(simulate + Path("a.tsv").string()).exit_code, 0);
  ASSERT_EQ(RunProgram(simulate + Path("b.tsv").string()).exit_code, 0);
  EXPECT_EQ(ReadFile(Path("a.tsv")), ReadFile(Path("b.tsv")));
  EXPECT_THAT(ReadFile(Path("a.tsv")), StartsWith("hit\tassignment\tworker\tanswer\tseconds\n"));
  const ProgramRun score = RunProgram("intruders score " + Path("hits.jsonl").string() + " " +
                                      Path("a.tsv").string() + " --out " + Path("score").string());
  ASSERT_EQ(score.exit_code, 0) << score.err;
  EXPECT_THAT(score.out, HasSubstr("18/18"));
}

constexpr const char* kHits =
    R"({"hit":"i1","items":["a","b","x"],"main_cluster":"0","intruder_cluster":"1","intruder_position":3}
{"hit":"i2","items":["a","y","c"],"main_cluster":"0","intruder_cluster":"1","intruder_position":2}
{"hit":"i3","items":["a","x","y"],"main_cluster":"1","intruder_cluster":"0","intruder_position":1}
)";

constexpr const char* kAnswers =
    "hit,assignment,worker,answer\ni1,1,ann,3\ni2,2,ann,2\ni1,3,bob,3\ni2,4,bob,1\ni1,5,cal,2\ni2,6,cal,2\n";

TEST_F(IntrudersTest, ScoresAHandWorkedCase) {
  const ProgramRun run = Score(kHits, "answers.csv", kAnswers);
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(
      run.out,
      AllOf(HasSubstr("6 assignments read"), HasSubstr("chance: 33.3 %"),
            HasSubstr(
                "the shoes study's figure, Dawid-Skene answers in the intruder's cluster: 100.0 % of HITs"),
            HasSubstr("HITs without answers, in no share: 1 (i3)")));
  const nlohmann::json score = nlohmann::json::parse(ReadFile(Path("score/intruders.json")));
  EXPECT_EQ(score["unanswered"], (std::vector<std::string>{"i3"}));
  const nlohmann::json& answers = score["overall"]["answers"];
  EXPECT_EQ(answers["right"], 4);
  EXPECT_EQ(answers["total"], 6);
  EXPECT_NEAR(answers["low"], 0.29999, 1e-5);  // Wilson's interval of 4 of 6
  EXPECT_NEAR(answers["high"], 0.90323, 1e-5);
  EXPECT_EQ(score["overall"]["majority"]["right"], 2);
  EXPECT_EQ(score["overall"]["majority"]["total"], 2);
  EXPECT_THAT(ReadFile(Path("score/intruder_hits.tsv")),
              AllOf(HasSubstr("\ni1\t0\t1\t3\t3\t2\t0.666667\t"), HasSubstr("\ni3\t1\t0\t1\t0\t0\tNA\t")));
  EXPECT_THAT(ReadFile(Path("score/intruders.tsv")), AllOf(HasSubstr("\nall\t\t\t3\t1\t4\t6\t0.666667\t"),
                                                           HasSubstr("\ncluster\t1\t\t1\t1\t0\t0\tNA\t")));
}

TEST_F(IntrudersTest, EachFormOfAnswersScoresTheSame) {
  const std::string json =
      R"({"hit":"i1","worker":"ann","answer":3}
{"hit":"i2","worker":"ann","answer":2}
{"hit":"i1","worker":"bob","answer":3}
{"hit":"i2","worker":"bob","answer":1}
{"hit":"i1","worker":"cal","answer":2}
{"hit":"i2","worker":"cal","answer":2}
)";
  const std::string first = R"("""a"",""b"",""x""")", second = R"("""a"",""y"",""c""")";
  const std::string toloka = "INPUT:images,OUTPUT:answer,ASSIGNMENT:worker_id,ASSIGNMENT:status\n" + first +
                             ",3,ann,APPROVED\n" + second + ",2,ann,ACCEPTED\n" + first +
                             ",3,bob,SUBMITTED\n" + second + ",1,bob,APPROVED\n" + first +
                             ",2,cal,APPROVED\n" + second + ",2,cal,APPROVED\n" + first + ",9,dan,REJECTED\n";
  ASSERT_EQ(Score(kHits, "answers.csv", kAnswers, "table").exit_code, 0);
  ASSERT_EQ(Score(kHits, "answers.jsonl", json, "jsonl").exit_code, 0);
  const ProgramRun run = Score(kHits, "answers.txt", toloka, "toloka");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("1 assignment left out: status REJECTED"));
  for (const char* name : {"intruders.tsv", "intruder_hits.tsv"}) {
    EXPECT_EQ(ReadFile(Path("jsonl") / name), ReadFile(Path("table") / name)) << name;
    EXPECT_EQ(ReadFile(Path("toloka") / name), ReadFile(Path("table") / name)) << name;
  }
}

TEST_F(IntrudersTest, LaterAnswersAndGoldenOnesAreLeftOutAndReported) {
  const std::string json =
      R"({"hit":"i1","worker":"ann","answer":3}
{"hit":"i1","worker":"ann","answer":1}
{"hit":"i2","worker":"ann","answer":2,"golden":true}
)";
  const ProgramRun run = Score(kHits, "answers.jsonl", json);
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out,
              AllOf(HasSubstr("1 assignment read"), HasSubstr("answers.jsonl:2: worker 'ann' on HIT 'i1'"),
                    HasSubstr("1 assignment to golden HITs left out")));
}

struct BadAnswers {
  const char* name;
  const char* text;
  const char* message;
};

class BadIntruderAnswersTest : public IntrudersTest, public ::testing::WithParamInterface<BadAnswers> {};

TEST_P(BadIntruderAnswersTest, IsSaidAndNothingIsWritten) {
  const ProgramRun run = Score(kHits, "answers.txt", GetParam().text);
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr(GetParam().message));
  EXPECT_FALSE(fs::exists(Path("score")));
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadIntruderAnswersTest,
    ::testing::Values(
        BadAnswers{"NoSuchHit", "hit,worker,answer\ni1,ann,3\ni9,ann,1\n",
                   "answers.txt:3: no HIT 'i9'; nearest is"},
        BadAnswers{"NoSuchHitInToloka",
                   "INPUT:images\tOUTPUT:answer\tASSIGNMENT:worker_id\n[\"b\",\"a\",\"x\"]\t1\tann\n",
                   "answers.txt:2: no HIT shows these 3 items in this order; nearest is 'i1'"},
        BadAnswers{"Zero", "hit,worker,answer\ni1,ann,0\n", "answers.txt:2: answer '0'"},
        BadAnswers{"BeyondTheItems", "hit,worker,answer\ni1,ann,4\n", "a whole number from 1 to 3"},
        BadAnswers{"NoAnswer", "hit,worker,answer\ni1,ann,\n", "answers.txt:2: answer ''"},
        BadAnswers{"BeyondTheItemsInJson", R"({"hit":"i1","worker":"ann","answer":4})",
                   "answers.txt:1: answer '4'"},
        BadAnswers{"Ragged", "hit,worker,answer\ni1,ann\n", "answers.txt:2: 2 cells where the header has 3"},
        BadAnswers{"UnknownColumn", "hit,worker,answr\ni1,ann,1\n", "no column 'answer'; nearest is 'answr'"},
        BadAnswers{"InvalidJson", R"({"hit":"i1",)", "answers.txt:1: invalid JSON"},
        BadAnswers{"InvalidUtf8", "hit,worker,answer\ni1,\xff,1\n", "answers.txt:2: not valid UTF-8"},
        BadAnswers{"Empty", "", "answers.txt: empty file"}),
    [](const auto& bad) { return std::string(bad.param.name); });

}  // namespace
}  // namespace crowdclust::testing
