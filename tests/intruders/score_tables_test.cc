#include "intruders/score_tables.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "base/delimited_text.h"
#include "intruders/score_json.h"
#include "tests/intruders/small_plans.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::PlanOf;

ScoredStudies StudyOf(const IntruderPlan& plan, const IntruderAnswers& answers) {
  ScoredStudy study;
  study.plan = plan;
  study.judged = JudgeAnswers(plan, answers);
  study.score = ScoreIntruders(plan, answers);
  study.advice = Advise(study.score);
  return {.by = {}, .studies = {study}};
}

// HIT i1: both right; i2: tied; i3: nobody answered.
ScoredStudies Example() {
  IntruderAnswers answers{.workers = {},
                          .hit_of_row = {0, 0, 1, 1},
                          .worker_of_row = {0, 1, 0, 1},
                          .answer_of_row = {0, 0, 2, 3},
                          .seconds = {1, 1, 1, 1}};
  answers.workers.Add("w1");
  answers.workers.Add("w2");
  return StudyOf(PlanOf({0, 2, 1}, 4), answers);
}

// The cells of a table by row and column.
class Cells {
 public:
  explicit Cells(std::string text) : text_(std::move(text)), table_(text_, "table") {
    EXPECT_EQ(text_.back(), '\n');
    for (TextRow row; table_.Next(&row);) rows_.push_back(row);
  }
  std::size_t num_rows() const { return rows_.size(); }
  std::string At(std::size_t row, const char* column) const {
    return rows_[row].cells[static_cast<std::size_t>(table_.Require(column))];
  }

 private:
  std::string text_;
  TableReader table_;
  std::vector<TextRow> rows_;
};

TEST(ScoreTables, ClustersAndPairsHaveAllSharesAndTheChance) {
  const Cells cells(IntruderClustersTable(Example()));
  ASSERT_EQ(cells.num_rows(), 3U);
  EXPECT_EQ(cells.At(0, "scope"), "all");
  EXPECT_EQ(cells.At(1, "scope"), "cluster");
  EXPECT_EQ(cells.At(1, "main_cluster"), "0");
  EXPECT_EQ(cells.At(2, "scope"), "pair");
  EXPECT_EQ(cells.At(2, "other_cluster"), "1");
  EXPECT_EQ(cells.At(0, "hits"), "3");
  EXPECT_EQ(cells.At(0, "unanswered"), "1");
  EXPECT_EQ(cells.At(0, "answers_right"), "3");
  EXPECT_EQ(cells.At(0, "answers_total"), "4");
  EXPECT_EQ(cells.At(0, "answers_share"), "0.750000");
  EXPECT_EQ(cells.At(0, "majority_share"), "0.500000");
  EXPECT_EQ(cells.At(0, "majority_low"), "0.094531");
  EXPECT_EQ(cells.At(0, "majority_high"), "0.905469");
  EXPECT_EQ(cells.At(0, "chance"), "0.250000");
  EXPECT_NEAR(std::stod(cells.At(0, "p_value")), 13.0 / 256, 1e-6);
}

TEST(ScoreTables, HitsCountAnswersFromOne) {
  const Cells cells(IntruderHitsTable(Example()));
  ASSERT_EQ(cells.num_rows(), 3U);
  const auto row = [&cells](std::size_t at) {
    std::vector<std::string> values;
    for (const char* column :
         {"hit", "main_cluster", "other_cluster", "right_answer", "answers", "right", "majority",
          "majority_tied", "majority_right", "dawid_skene", "dawid_skene_right"})
      values.push_back(cells.At(at, column));
    return values;
  };
  EXPECT_THAT(row(0), ElementsAre("i1", "0", "1", "1", "2", "2", "1", "0", "1", "1", "1"));
  EXPECT_EQ(row(1)[6], "3");  // the lowest of the two tied
  EXPECT_EQ(row(1)[7], "1");
  EXPECT_EQ(row(1)[8], "0");
  EXPECT_THAT(row(2), ElementsAre("i3", "0", "1", "2", "0", "0", "NA", "NA", "NA", "NA", "NA"));
}

TEST(ScoreTables, WorkersAndPositionsHaveARowEach) {
  const Cells workers(IntruderWorkersTable(Example()));
  ASSERT_EQ(workers.num_rows(), 2U);
  EXPECT_EQ(workers.At(0, "worker"), "w1");
  EXPECT_EQ(workers.At(0, "right"), "2");
  EXPECT_EQ(workers.At(1, "share"), "0.500000");
  EXPECT_EQ(workers.At(1, "at_chance"), "0");
  const Cells positions(IntruderPositionsTable(Example()));
  ASSERT_EQ(positions.num_rows(), 4U);
  EXPECT_EQ(positions.At(0, "chosen"), "2");
  EXPECT_EQ(positions.At(2, "intruder"), "2");
  EXPECT_EQ(positions.At(3, "wrong"), "1");
  EXPECT_EQ(positions.At(3, "expected"), "0.333333");
}

TEST(ScoreTables, StudiesToldApartAreNamedFirst) {
  ScoredStudies scored = Example();
  scored.by = {"model"};
  scored.studies.push_back(scored.studies.front());
  scored.studies[0].labels = {"a"};
  scored.studies[1].labels = {"b"};
  const Cells cells(IntruderClustersTable(scored));
  ASSERT_EQ(cells.num_rows(), 6U);
  EXPECT_EQ(cells.At(0, "model"), "a");
  EXPECT_EQ(cells.At(3, "model"), "b");
  const nlohmann::ordered_json json = IntruderScoreJson(scored);
  EXPECT_EQ(json["studies"][1]["labels"]["model"], "b");
}

TEST(ScoreJson, HasEveryFigure) {
  const nlohmann::ordered_json json = IntruderScoreJson(Example());
  EXPECT_EQ(json["question"], "intruder");
  EXPECT_EQ(json["unanswered"], nlohmann::ordered_json({"i3"}));
  EXPECT_EQ(json["overall"]["chance"], 0.25);
  EXPECT_EQ(json["dawid_skene_sweeps"], 10);
  EXPECT_EQ(json["overall"]["answers"]["share"], 0.75);
  EXPECT_EQ(json["clusters"][0]["cluster"], "0");
  EXPECT_EQ(json["clusters"][0]["majority"]["total"], 2);
  EXPECT_EQ(json["pairs"][0]["clusters"], nlohmann::ordered_json({"0", "1"}));
  EXPECT_TRUE(json["more_clusters"].is_null());
  EXPECT_EQ(json["shoes_study"]["over_hits"], json["overall"]["dawid_skene"]["share"]);
  EXPECT_EQ(json["shoes_study"]["of_main_cluster"]["0"], json["clusters"][0]["dawid_skene"]["share"]);
  EXPECT_TRUE(json["position_bias"]["p_value"].is_null());  // one wrong answer
  EXPECT_EQ(json["workers"], 2);
}

TEST(ScoreJson, AShareOfNothingIsNotANumber) {
  const ScoredStudies scored = StudyOf(PlanOf({0}), {});
  EXPECT_TRUE(IntruderScoreJson(scored)["overall"]["answers"]["share"].is_null());
  EXPECT_NE(IntruderClustersTable(scored).find("\tNA\t"), std::string::npos);
}

}  // namespace
}  // namespace crowdclust
