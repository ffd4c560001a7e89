#include "report/finished_run.h"

#include <gmock/gmock.h>

#include <string>

#include "base/error.h"
#include "base/input_file.h"
#include "tests/answers/reading.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

using testing::ErrorOf;
using ::testing::HasSubstr;

constexpr const char* kAnswers = "who,item,group\nw,x,1\nw,y,1\nw,z,2\nv,x,1\nv,y,2\nv,z,2\n";

// A folder with run.json and clusters.tsv of these answers.
class FinishedRunTest : public ::testing::Test {
 protected:
  FinishedRunTest() {
    answers_ = scratch_.Write("answers.csv", kAnswers).string();
    scratch_.Write("clusters.tsv", "item\tcluster\nz\t0\nx\t1\ny\t0\n");
    WriteRun(Sha256(kAnswers));
  }

  void WriteRun(const std::string& sha256) {
    scratch_.Write("run.json", R"({"inputs": [{"path": ")" + answers_ + R"(", "bytes": 1, "sha256": ")" +
                                   sha256 +
                                   R"("}], "options": {"format": "auto", "map": {"worker": "who"},
                                   "include_golden": false}, "result": {"scatter": 0.2}})");
  }

  testing::ScratchFolder scratch_;
  std::string answers_;
};

TEST_F(FinishedRunTest, GivesTheAnswersAndTheirClusters) {
  const FinishedRun run = ReadFinishedRun(scratch_.path());
  EXPECT_EQ(run.answers.num_assignments(), 2);
  EXPECT_EQ(run.scatter, 0.2);
  ASSERT_EQ(run.clusters.num_clusters, 2);
  const auto cluster = [&run](const char* item) {
    return run.clusters.cluster_of_item[static_cast<std::size_t>(run.answers.items.Find(item))];
  };
  EXPECT_EQ(cluster("y"), cluster("z"));
  EXPECT_NE(cluster("x"), cluster("z"));
}

TEST_F(FinishedRunTest, RefusesOtherAnswers) {
  WriteRun(Sha256("others"));
  EXPECT_EQ(
      ErrorOf([&] { ReadFinishedRun(scratch_.path()); }),
      answers_ + ": not as it was when the clusters were found; run aggregate again with these answers");
}

TEST_F(FinishedRunTest, SaysWhereTheNameOfMissingAnswersComesFrom) {
  answers_ = "moved.csv";
  WriteRun(Sha256(kAnswers));
  EXPECT_EQ(ErrorOf([&] { ReadFinishedRun(scratch_.path()); }),
            (scratch_.path() / "run.json").string() +
                ": its answers 'moved.csv' are not there, seen from this folder; start from the folder where "
                "aggregate was started, or run aggregate again");
}

TEST_F(FinishedRunTest, RefusesClustersThatLackAnItem) {
  scratch_.Write("clusters.tsv", "item\tcluster\nz\t0\nx\t1\n");
  EXPECT_THAT(ErrorOf([&] { ReadFinishedRun(scratch_.path()); }),
              HasSubstr("clusters.tsv: item 'y' of the answers is missing; run aggregate again"));
}

TEST_F(FinishedRunTest, RefusesWhatIsNoRecord) {
  for (const char* text : {"{}", "[]", R"({"inputs": 3})", R"({"inputs": [], "options": {"format": 1}})"}) {
    scratch_.Write("run.json", text);
    EXPECT_THAT(ErrorOf([&] { ReadFinishedRun(scratch_.path()); }),
                HasSubstr("run.json: not the record of a run of aggregate"))
        << text;
  }
  EXPECT_THAT(ErrorOf([&] { ReadFinishedRun(scratch_.path() / "none"); }), HasSubstr("run.json"));
}

}  // namespace
}  // namespace crowdclust
