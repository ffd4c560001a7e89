#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
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
using ::testing::IsEmpty;

class EvaluateTest : public ::testing::Test {
 protected:
  ProgramRun Evaluate(const std::string& clusters, const std::string& truth,
                      const std::string& flags = "") const {
    const fs::path clusters_path = scratch_.Write("clusters.tsv", clusters);
    const fs::path truth_path = scratch_.Write("truth.csv", truth);
    return RunProgram("evaluate " + clusters_path.string() + " --truth " + truth_path.string() + " " + flags);
  }

  ScratchFolder scratch_;
};

TEST_F(EvaluateTest, AHandWorkedCase) {
  const ProgramRun run = Evaluate("item\tcluster\tprobability\na\t0\t1\nb\t0\t1\nc\t1\t.9\nd\t1\t.8\n",
                                  "item,label\na,A\nb,A\nc,A\nd,B\n", "--json");
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const nlohmann::json scores = nlohmann::json::parse(run.out);
  // ab and cd are together in the clusters, ab, ac and bc in the truth.
  EXPECT_NEAR(scores["pair_precision"], 0.5, 1e-12);
  EXPECT_NEAR(scores["pair_recall"], 1.0 / 3, 1e-12);
  EXPECT_NEAR(scores["pair_f1"], 0.4, 1e-12);
  EXPECT_NEAR(scores["adjusted_rand"], 0, 1e-12);  // 1 pair agrees, 2 * 3 / 6 expected by chance
  EXPECT_NEAR(scores["purity"], 0.75, 1e-12);
  const double clusters = std::log(2), labels = -0.75 * std::log(0.75) - 0.25 * std::log(0.25);
  const double mutual = 0.5 * std::log(4.0 / 3) + 0.25 * std::log(2.0 / 3) + 0.25 * std::log(2.0);
  EXPECT_NEAR(scores["mutual_information"], mutual, 1e-12);
  EXPECT_NEAR(scores["variation_of_information"], clusters + labels - 2 * mutual, 1e-12);
  EXPECT_NEAR(scores["homogeneity"], mutual / labels, 1e-12);
  EXPECT_NEAR(scores["completeness"], mutual / clusters, 1e-12);
  EXPECT_NEAR(scores["v_measure"], 2 * mutual / (clusters + labels), 1e-12);
  EXPECT_EQ(scores["clusters"], (std::vector<std::string>{"0", "1"}));
  EXPECT_EQ(scores["labels"], (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(scores["contingency"], (nlohmann::json{{2, 0}, {1, 1}}));
}

TEST_F(EvaluateTest, WhatCannotBePrintedIsAFailure) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full";
  for (const std::string flags : {"", "--json"}) {
    const fs::path said = scratch_.path() / "said";
    const ProgramRun run =
        Evaluate(kTinyClusters, kTinyTruth, flags + " >/dev/full 2>'" + said.string() + "'; exit $?");
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_THAT(ReadFile(said), HasSubstr("crowdclust: stdout: cannot write"));
  }
}

TEST_F(EvaluateTest, EqualPartitionsUnderOtherNames) {
  const ProgramRun run = Evaluate(kTinyClusters, kTinyTruth);
  ASSERT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, AllOf(HasSubstr("8 items on both sides: 2 clusters, 2 labels"),
                             ContainsRegex("adjusted Rand +1\\.0000\n"),
                             ContainsRegex("variation of information \\(nats\\) +0\\.0000\n"),
                             ContainsRegex("cluster +fruit +vehicle +total\n0 +4 +0 +4\n1 +0 +4 +4\n")));
}

TEST_F(EvaluateTest, AnotherLabelColumn) {
  const ProgramRun run = Evaluate(kTinyClusters, kTinyTruth, "--label-column colour --json");
  const nlohmann::json scores = nlohmann::json::parse(run.out);
  EXPECT_EQ(scores["contingency"], (nlohmann::json{{2, 2}, {2, 2}}));
  EXPECT_NEAR(scores["mutual_information"], 0, 1e-12);
}

TEST_F(EvaluateTest, ItemsOfOneSideOnlyAreCountedAndNamed) {
  const std::string clusters = "item\tcluster\na\t0\nb\t1\nx\t1\ny\t1\n";
  const std::string truth = "item,label\na,A\nb,B\nz,B\n";
  const ProgramRun text = Evaluate(clusters, truth);
  EXPECT_THAT(text.out,
              AllOf(HasSubstr("2 items on both sides"), ContainsRegex("2 items of .*clusters.tsv .*: x, y\n"),
                    ContainsRegex("1 item of .*truth.csv .*: z\n")));
  const nlohmann::json scores = nlohmann::json::parse(Evaluate(clusters, truth, "--json").out);
  EXPECT_EQ(scores["num_items"], 2);
  EXPECT_EQ(scores["only_in_clusters"], (std::vector<std::string>{"x", "y"}));
  EXPECT_EQ(scores["only_in_truth"], (std::vector<std::string>{"z"}));
}

struct BadTable {
  const char* name;
  const char* clusters;
  const char* truth;
  const char* flags;
  const char* message;
};

class BadTableTest : public EvaluateTest, public ::testing::WithParamInterface<BadTable> {};

TEST_P(BadTableTest, IsSaidAndNothingIsPrinted) {
  const BadTable& bad = GetParam();
  const ProgramRun run = Evaluate(bad.clusters, bad.truth, bad.flags);
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr(bad.message));
  EXPECT_THAT(run.out, IsEmpty());
}

constexpr const char* kGood = "item,label\na,A\nb,B\n";

INSTANTIATE_TEST_SUITE_P(
    Each, BadTableTest,
    ::testing::Values(
        BadTable{"UnknownLabelColumn", kGood, kTinyTruth, "--label-column knd",
                 "truth.csv:1: no column 'knd'; nearest is 'kind'"},
        BadTable{"UnknownItemColumn", kGood, kTinyTruth, "--item-column itme",
                 "truth.csv:1: no column 'itme'; nearest is 'item'"},
        BadTable{"UnknownClusterColumn", kGood, kGood, "--cluster-column lable",
                 "clusters.tsv:1: no column 'lable'; nearest is 'label'"},
        BadTable{"ItemTwice", kGood, "item,label\na,A\na,B\n", "", "truth.csv:3: item 'a' stands twice"},
        BadTable{"Ragged", "item,label\na,A\nb\n", kGood, "", "clusters.tsv:3: 1 cells"},
        BadTable{"Empty", "", kGood, "", "clusters.tsv: empty file"},
        BadTable{"InvalidUtf8", kGood, "item,label\na,\xff\n", "", "truth.csv:2: not valid UTF-8"},
        BadTable{"NothingInCommon", kGood, kTinyTruth, "", "none of its items is in"}),
    [](const auto& bad) { return std::string(bad.param.name); });

}  // namespace
}  // namespace crowdclust::testing
