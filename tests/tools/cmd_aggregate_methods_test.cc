// What `aggregate` finds by its methods, and how sure it is.
#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/tools/aggregate_study.h"
#include "tests/tools/tiny_study.h"

namespace crowdclust::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST_F(AggregateTest, EveryMethodRuns) {
  for (const char* method : {"auto", "crowd", "mixture", "partition", "linkage", "spectral", "majority"}) {
    ASSERT_EQ(Aggregate("answers.csv", TinyLongTable(), std::string("--method ") + method, method).exit_code,
              0);
    EXPECT_EQ(RunRecord(method)["options"]["method"], method);
    EXPECT_EQ(RunRecord(method)["result"]["cluster_sizes"], (std::vector<int>{4, 4})) << method;
  }
}

TEST_F(AggregateTest, HeldOutScoresBeatAConstant) {
  ASSERT_EQ(Aggregate("answers.csv", TinyLongTable()).exit_code, 0);
  const nlohmann::json held_out = RunRecord()["result"]["held_out"];
  EXPECT_EQ(held_out["folds"], 3);
  for (const char* kind : {"whole_assignments", "fifth_of_items"}) {
    EXPECT_GT(held_out[kind]["method"]["nats_a_pair"], held_out[kind]["constant"]["nats_a_pair"]);
  }
  ASSERT_EQ(Aggregate("answers.csv", TinyLongTable(), "--folds 0", "none").exit_code, 0);
  EXPECT_EQ(RunRecord("none")["result"]["held_out"]["folds"], 0);
}

TEST_F(AggregateTest, ClustersCanBeForcedOrWrittenAtEveryLevel) {
  ASSERT_EQ(Aggregate("answers.csv", TinyLongTable(), "--clusters 3").exit_code, 0);
  EXPECT_EQ(RunRecord()["result"]["clusters"], 3);
  ASSERT_EQ(Aggregate("answers.csv", TinyLongTable(), "--clusters tree", "tree").exit_code, 0);
  const auto levels = Rows(Table("levels.tsv", "tree"));
  EXPECT_EQ(levels[0], (std::vector<std::string>{"item", "clusters_2"}));
  EXPECT_EQ(levels.size(), 9U);
  const ProgramRun many = Aggregate("answers.csv", TinyLongTable(), "--clusters 9", "many");
  EXPECT_EQ(many.exit_code, 3);
  EXPECT_THAT(many.err, HasSubstr("only 8 items"));
  for (const char* bad : {"--clusters none", "--clusters 0", "--dimensions 33", "--dimensions 2.5"}) {
    const ProgramRun run = Aggregate("answers.csv", TinyLongTable(), bad, "bad");
    EXPECT_EQ(run.exit_code, 2) << bad;
    EXPECT_FALSE(fs::exists(Out("bad"))) << bad;
  }
}

// One item alone, and two groups of items that share no assignment.
TEST_F(AggregateTest, SaysWhichItemsCannotBeRelated) {
  const std::string text =
      "worker,assignment,item,group\nann,1,a,1\nann,1,b,1\nann,1,c,2\nbob,2,x,1\nbob,2,y,1\ncal,3,alone,1\n";
  const ProgramRun run = Aggregate("answers.csv", text);
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(
      run.out,
      AllOf(HasSubstr("2 groups of items that no assignment ties together: 3 items (a, …), 2 items (x, …)"),
            HasSubstr("1 never grouped beside another, each a cluster of its own: alone")));
  EXPECT_EQ(RunRecord()["result"]["components"].dump(),
            R"([{"items":["a","b","c"],"size":3},{"items":["x","y"],"size":2}])");
  EXPECT_THAT(Table("clusters.tsv"), Not(HasSubstr("nan")));
}

}  // namespace
}  // namespace crowdclust::testing
