#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/input_file.h"
#include "tests/testing/test_files.h"
#include "tests/tools/aggregate_study.h"
#include "tests/tools/run_program.h"
#include "tests/tools/tiny_study.h"

namespace crowdclust::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

constexpr std::array<const char*, 9> kTables = {"clusters.tsv",     "clusters.json", "ambiguous.tsv",
                                                "workers.tsv",      "tree.tsv",      "tree.nwk",
                                                "worker_views.tsv", "sweeps.tsv",    "positions.tsv"};

TEST_F(AggregateTest, FindsTheTwoKinds) {
  ASSERT_EQ(Aggregate("answers.csv", TinyLongTable()).exit_code, 0);
  const auto rows = Rows(Table("clusters.tsv"));
  ASSERT_EQ(rows.size(), 9U);
  EXPECT_EQ(rows[0], (std::vector<std::string>{"item", "cluster", "probability", "second_cluster",
                                               "second_probability", "stability"}));
  std::map<std::string, std::set<std::string>> clusters;
  for (std::size_t i = 1; i < rows.size(); ++i) clusters[rows[i][1]].insert(rows[i][0]);
  EXPECT_EQ(clusters.size(), 2U);
  EXPECT_THAT((std::vector{clusters["0"], clusters["1"]}),
              UnorderedElementsAre(UnorderedElementsAre("apple", "pear", "plum", "fig"),
                                   UnorderedElementsAre("bus", "car", "train", "tram")));
}

TEST_F(AggregateTest, SaysWhatEachWorkerDid) {
  ASSERT_EQ(Aggregate("answers.csv", TinyLongTable()).exit_code, 0);
  const auto rows = Rows(Table("workers.tsv"));
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0], (std::vector<std::string>{"worker", "assignments", "pairs", "bias", "agreement",
                                               "adjusted_agreement", "extra_groups", "extra_groups_low",
                                               "extra_groups_high", "level", "held_out_nats",
                                               "median_seconds", "clusters_z", "others_z", "flag"}));
  const std::vector<std::pair<std::string, std::string>> pairs_of = {
      {"ann", "28"}, {"bob", "28"}, {"cal", "21"}};
  for (std::size_t w = 0; w < pairs_of.size(); ++w) {
    EXPECT_EQ(rows[w + 1][0], pairs_of[w].first);
    EXPECT_EQ(rows[w + 1][1], "1");
    EXPECT_EQ(rows[w + 1][2], pairs_of[w].second);
    EXPECT_EQ(rows[w + 1][4], "1");
  }
}

TEST_F(AggregateTest, WritesSweepsWhoseBoundNeverFallsAndPositionsOfEveryItem) {
  ASSERT_EQ(Aggregate("answers.csv", TinyLongTable()).exit_code, 0);
  const auto sweeps = Rows(Table("sweeps.tsv"));
  EXPECT_EQ(sweeps[0], (std::vector<std::string>{"restart", "start", "sweep", "bound"}));
  ASSERT_GT(sweeps.size(), 2U);
  EXPECT_LE(sweeps.size(), 51U);
  for (std::size_t s = 2; s < sweeps.size(); ++s) {
    EXPECT_GE(std::stod(sweeps[s][3]), std::stod(sweeps[s - 1][3]) - 1e-8);
  }
  const auto positions = Rows(Table("positions.tsv"));
  EXPECT_EQ(positions[0], (std::vector<std::string>{"item", "x1", "x2", "var1", "var2"}));
  ASSERT_EQ(positions.size(), 9U);
  for (std::size_t i = 1; i < positions.size(); ++i) {
    ASSERT_EQ(positions[i].size(), 5U);
    EXPECT_GT(std::stod(positions[i][3]), 0);
  }
}

TEST_F(AggregateTest, SaysWhatWasReadAndHowToRepeatIt) {
  const ProgramRun run = Aggregate("answers.csv", TinyLongTable(), "--seed 7");
  EXPECT_THAT(run.out, AllOf(HasSubstr("3 assignments read, 23 rows"), HasSubstr("1 item without a group"),
                             HasSubstr("8 items, 3 workers, 3 assignments, 77 pair labels")));
  const nlohmann::json record = RunRecord();
  EXPECT_EQ(record["inputs"][0]["sha256"], Sha256(TinyLongTable()));
  EXPECT_EQ(record["options"]["seed"], 7);
  EXPECT_EQ(record["options"]["max_sweeps"], 50);
  EXPECT_EQ(record["read"]["rows"], 23);
  EXPECT_EQ(record["read"]["items_without_group"], 1);
  EXPECT_EQ(record["result"]["pairs"], 77);
  EXPECT_EQ(record["result"]["cluster_sizes"], (std::vector<int>{4, 4}));
  EXPECT_EQ(record["result"]["stopped"], false);
}

TEST_F(AggregateTest, EachFormGivesTheSameTables) {
  ASSERT_EQ(Aggregate("answers.csv", TinyLongTable(), "", "table").exit_code, 0);
  ASSERT_EQ(Aggregate("answers.jsonl", TinyJsonLines(), "", "jsonl").exit_code, 0);
  ASSERT_EQ(Aggregate("answers.tsv", TinyToloka(), "", "toloka").exit_code, 0);
  for (const char* name : kTables) {
    EXPECT_EQ(Table(name, "jsonl"), Table(name, "table")) << name;
    EXPECT_EQ(Table(name, "toloka"), Table(name, "table")) << name;
  }
}

TEST_F(AggregateTest, RecognisesTheFormByContentNotByName) {
  ASSERT_EQ(Aggregate("answers.txt", TinyJsonLines()).exit_code, 0);
  EXPECT_EQ(Aggregate("answers.txt", TinyJsonLines(), "--format jsonl", "forced").exit_code, 0);
  EXPECT_EQ(Table("clusters.tsv"), Table("clusters.tsv", "forced"));
  const ProgramRun wrong = Aggregate("answers.txt", TinyLongTable(), "--format toloka", "wrong");
  EXPECT_EQ(wrong.exit_code, 3);
  EXPECT_THAT(wrong.err, HasSubstr("no column 'INPUT:images'"));
}

TEST_F(AggregateTest, ThreadsAndRunsGiveEqualBytes) {
  const fs::path answers = scratch_.Write("answers.csv", TinyLongTable());
  const auto aggregate = [&](const std::string& flags, const std::string& out) {
    return RunProgram("aggregate " + answers.string() + " --dimensions 2 --max-sweeps 50 " + flags +
                      " --out " + Out(out).string())
        .exit_code;
  };
  ASSERT_EQ(aggregate("--restarts 3 --threads 1", "one"), 0);
  ASSERT_EQ(aggregate("--restarts 3 --threads 2", "two"), 0);
  ASSERT_EQ(aggregate("--restarts 3 --threads 2", "again"), 0);
  for (const char* name : kTables) {
    EXPECT_EQ(Table(name, "one"), Table(name, "two")) << name;
    EXPECT_EQ(Table(name, "two"), Table(name, "again")) << name;
  }
}

TEST_F(AggregateTest, IdsAreTexts) {
  const std::string text = "hit,assignment,worker,item,group\n1,1.1,w,a,1\n1,1.1,w,b,1\n1,1.1,w,c,2\n";
  const std::string other = "1,1.10,v,a,1\n1,1.10,v,b,1\n1,1.10,v,c,2\n";
  EXPECT_THAT(Aggregate("answers.csv", text + other).out, HasSubstr("2 assignments read, 6 rows"));
  const ProgramRun number =
      Aggregate("answers.jsonl", R"({"worker":1.1,"items":["a","b"],"groups":[1,1]})", "", "number");
  EXPECT_EQ(number.exit_code, 3);
  EXPECT_THAT(number.err, HasSubstr("answers.jsonl:1: field 'worker' is 1.1; ids are strings"));
}

TEST_F(AggregateTest, LaterAnswersToAHitAreLeftOutAndReported) {
  ASSERT_EQ(Aggregate("answers.csv", TinyLongTable(), "", "once").exit_code, 0);
  const std::string again = "h1,a4,ann,apple,1\nh1,a4,ann,bus,1\n";
  const ProgramRun run = Aggregate("answers.csv", TinyLongTable() + again);
  ASSERT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, AllOf(HasSubstr("1 later answer of a worker to the same HIT left out"),
                             HasSubstr("answers.csv:26: worker 'ann' on HIT 'h1' in assignment 'a4'")));
  EXPECT_EQ(RunRecord()["read"]["duplicates_left_out"], 1);
  for (const char* name : kTables) EXPECT_EQ(Table(name), Table(name, "once")) << name;
}

TEST_F(AggregateTest, GoldenAnswersAreLeftOutUnlessAskedFor) {
  const std::string golden =
      R"({"hit":"g1","worker":"dan","items":["apple","bus"],"groups":[1,2],"golden":true})";
  const ProgramRun without = Aggregate("answers.jsonl", TinyJsonLines() + golden);
  EXPECT_THAT(without.out,
              AllOf(HasSubstr("3 assignments read"), HasSubstr("1 assignment to golden HITs left out")));
  EXPECT_THAT(Table("workers.tsv"), Not(HasSubstr("dan")));
  EXPECT_EQ(RunRecord()["read"]["golden_left_out"], 1);
  const ProgramRun with = Aggregate("answers.jsonl", TinyJsonLines() + golden, "--include-golden", "with");
  EXPECT_THAT(with.out,
              AllOf(HasSubstr("4 assignments read"), HasSubstr("1 assignment to golden HITs taken")));
  EXPECT_THAT(Table("workers.tsv", "with"), HasSubstr("dan\t1\t1\t"));
}

TEST_F(AggregateTest, FilledGoldenColumnOfTolokaMarksGoldenAnswers) {
  const std::string text =
      "INPUT:images\tOUTPUT:result\tGOLDEN:result\tASSIGNMENT:worker_id\n"
      "[\"a\",\"b\",\"c\"]\t[{\"group\":1},{\"group\":1},{\"group\":2}]\t\tann\n"
      "[\"a\",\"b\",\"d\"]\t[{\"group\":1},{\"group\":1},{\"group\":2}]\t[{\"group\":1}]\tann\n";
  const ProgramRun run = Aggregate("answers.tsv", text);
  ASSERT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out,
              AllOf(HasSubstr("1 assignment read"), HasSubstr("1 assignment to golden HITs left out")));
}

TEST_F(AggregateTest, RejectedSkippedAndExpiredAnswersAreLeftOutAndCounted) {
  std::string text = TinyJsonLines();
  for (const char* status : {"REJECTED", "rejected", "SKIPPED", "EXPIRED"}) {
    text += std::string(R"({"hit":"h1","worker":"eve","status":")") + status + "\"}\n";
  }
  text += R"({"hit":"h1","worker":"fay","status":"SUBMITTED","items":["apple","bus"],"groups":[1,2]})";
  const ProgramRun run = Aggregate("answers.jsonl", text);
  ASSERT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out,
              AllOf(HasSubstr("4 assignments read"), HasSubstr("2 assignments left out: status REJECTED"),
                    HasSubstr("1 assignment left out: status SKIPPED"),
                    HasSubstr("1 assignment left out: status EXPIRED")));
  EXPECT_EQ(RunRecord()["read"]["left_out_by_status"],
            (nlohmann::json{{"REJECTED", 2}, {"SKIPPED", 1}, {"EXPIRED", 1}}));
}

TEST_F(AggregateTest, ColumnsThatAreNotReadAreNamed) {
  const std::string text = "worker,item,group,mood\nann,a,1,fine\nann,b,1,fine\n";
  EXPECT_THAT(Aggregate("answers.csv", text).out, HasSubstr("columns not read: mood"));
}

TEST_F(AggregateTest, CountsTheWordsForEveryCluster) {
  std::string text = "worker,item,group\n";
  for (const char* worker : kTinyWorkers) {
    for (std::size_t i = 0; i < kTinyItems.size(); ++i) {
      const bool ann = std::string_view(worker) == "ann";
      const std::string word = i < 4 ? (ann ? "food" : "fruit") : (ann ? "2" : " things that move ");
      text += std::string(worker) + "," + kTinyItems[i] + "," + word + "\n";
    }
  }
  const ProgramRun run = Aggregate("answers.csv", text);
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const nlohmann::json clusters = nlohmann::json::parse(Table("clusters.json"))["clusters"];
  const auto fruit = clusters[0]["medoids"][0] == "apple" ? 0U : 1U;
  EXPECT_EQ(clusters[fruit]["words"],
            nlohmann::json::parse(R"([{"word": "fruit", "rows": 8}, {"word": "food", "rows": 4}])"));
  EXPECT_EQ(clusters[1 - fruit]["words"],
            nlohmann::json::parse(R"([{"word": "things that move", "rows": 8}])"));
  EXPECT_THAT(run.out, AllOf(HasSubstr(std::to_string(fruit) + ": fruit, food\n"),
                             HasSubstr(std::to_string(1 - fruit) + ": things that move\n")));
}

TEST_F(AggregateTest, QuietPrintsNothing) {
  const ProgramRun run = Aggregate("answers.csv", TinyLongTable(), "--quiet");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out + run.err, "");
}

TEST_F(AggregateTest, AFileInTheWayOfTheFolderIsSaid) {
  scratch_.Write("found", "in the way");
  const ProgramRun run = Aggregate("answers.csv", TinyLongTable());
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err, AllOf(HasSubstr(Out().string()), HasSubstr("folder")));
  EXPECT_EQ(run.out, "") << "it is known before the work";
  EXPECT_EQ(ReadFile(Out()), "in the way");
}

TEST_F(AggregateTest, AnInterruptEndsWithWhatWasFound) {
  const fs::path answers = scratch_.Write("answers.csv", TinyLongTable());
  const std::string command =
      std::string("timeout --preserve-status --kill-after=20 --signal=INT 1 '") + CROWDCLUST_BINARY +
      "' aggregate " + answers.string() + " --out " + Out().string() +
      " --dimensions 32 --restarts 10000 --max-sweeps 1000000 --tolerance 0 >/dev/null";
  EXPECT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(RunRecord()["result"]["stopped"], true);
  EXPECT_EQ(Rows(Table("clusters.tsv")).size(), 9U);
}

}  // namespace
}  // namespace crowdclust::testing
