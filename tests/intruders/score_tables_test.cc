#include "intruders/score_tables.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "base/delimited_text.h"
#include "tests/intruders/small_plans.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::PlanOf;

// HIT i1: both right; i2: tied; i3: nobody answered.
struct Example {
  IntruderPlan plan = PlanOf({0, 2, 1}, 4);
  IntruderScore score;
  Example() {
    IntruderAnswers answers{.workers = {},
                            .hit_of_row = {0, 0, 1, 1},
                            .worker_of_row = {0, 1, 0, 1},
                            .answer_of_row = {0, 0, 2, 3},
                            .seconds = {1, 1, 1, 1}};
    answers.workers.Add("w1");
    answers.workers.Add("w2");
    score = ScoreIntruders(plan, answers);
  }
};

std::vector<TextRow> Rows(const std::string& text, TableReader* table) {
  std::vector<TextRow> rows;
  for (TextRow row; table->Next(&row);) rows.push_back(row);
  EXPECT_EQ(text.back(), '\n');
  return rows;
}

TEST(ScoreTables, ClustersHaveAllSharesAndTheChance) {
  const Example example;
  const std::string text = IntruderClustersTable(example.plan, example.score);
  TableReader table(text, "intruders.tsv");
  const std::vector<TextRow> rows = Rows(text, &table);
  ASSERT_EQ(rows.size(), 2U);
  const auto cell = [&](std::size_t row, const char* column) {
    return rows[row].cells[static_cast<std::size_t>(table.Require(column))];
  };
  EXPECT_EQ(cell(0, "scope"), "all");
  EXPECT_EQ(cell(1, "scope"), "cluster");
  EXPECT_EQ(cell(1, "main_cluster"), "0");
  EXPECT_EQ(cell(0, "hits"), "3");
  EXPECT_EQ(cell(0, "unanswered"), "1");
  EXPECT_EQ(cell(0, "answers_right"), "3");
  EXPECT_EQ(cell(0, "answers_total"), "4");
  EXPECT_EQ(cell(0, "answers_share"), "0.750000");
  EXPECT_EQ(cell(0, "majority_share"), "0.500000");
  EXPECT_EQ(cell(0, "majority_low"), "0.094531");
  EXPECT_EQ(cell(0, "majority_high"), "0.905469");
  EXPECT_EQ(cell(0, "chance"), "0.250000");
}

TEST(ScoreTables, HitsCountPositionsFromOne) {
  const Example example;
  const std::string text = IntruderHitsTable(example.plan, example.score);
  TableReader table(text, "intruder_hits.tsv");
  const std::vector<TextRow> rows = Rows(text, &table);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_THAT(rows[0].cells, ElementsAre("i1", "0", "1", "1", "2", "2", "1", "0", "1", "1", "1"));
  EXPECT_EQ(rows[1].cells[6], "3");  // the lowest of the two tied
  EXPECT_EQ(rows[1].cells[7], "1");
  EXPECT_EQ(rows[1].cells[8], "0");
  EXPECT_THAT(rows[2].cells, ElementsAre("i3", "0", "1", "2", "0", "0", "NA", "NA", "NA", "NA", "NA"));
}

TEST(ScoreTables, JsonNamesUnansweredHits) {
  const Example example;
  const nlohmann::ordered_json json = IntruderScoreJson(example.plan, example.score);
  EXPECT_EQ(json["unanswered"], nlohmann::ordered_json({"i3"}));
  EXPECT_EQ(json["chance"], 0.25);
  EXPECT_EQ(json["per_hit"], 4);
  EXPECT_EQ(json["dawid_skene_sweeps"], 10);
  EXPECT_EQ(json["overall"]["answers"]["share"], 0.75);
  EXPECT_EQ(json["clusters"][0]["cluster"], "0");
  EXPECT_EQ(json["clusters"][0]["majority"]["total"], 2);
}

TEST(ScoreTables, AShareOfNothingIsNotANumber) {
  const IntruderPlan plan = PlanOf({0});
  const IntruderScore score = ScoreIntruders(plan, {});
  EXPECT_TRUE(IntruderScoreJson(plan, score)["overall"]["answers"]["share"].is_null());
  EXPECT_NE(IntruderClustersTable(plan, score).find("\tNA\t"), std::string::npos);
}

}  // namespace
}  // namespace crowdclust
