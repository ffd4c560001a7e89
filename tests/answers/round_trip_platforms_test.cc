// The same for platforms whose exports have readers of their own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/delimited_text.h"
#include "hits/write_label_studio.h"
#include "hits/write_mturk.h"
#include "tests/answers/round_trip.h"

namespace crowdclust::testing {
namespace {

using nlohmann::json;

// What the page submits: the groups renumbered by first appearance, an array as text.
std::string SubmittedGroups(const std::string& worker, const json& images) {
  std::map<int, int> numbers;
  json groups = json::array();
  for (const std::string item : images) {
    const int next = static_cast<int>(numbers.size()) + 1;
    groups.push_back(numbers.emplace(TripGroup(worker, item), next).first->second);
  }
  return groups.dump();
}

// The batch's results; its own columns come back as Input.…
std::string MturkResults(const std::string& batch, const std::string& answer_column) {
  TableReader table(batch, "batch.csv");
  EXPECT_EQ(table.columns(), (std::vector<std::string>{"hit", "images", "golden"}));
  std::string results;
  AppendRow(std::vector<std::string>{"HITId", "AssignmentId", "WorkerId", "AssignmentStatus",
                                     "WorkTimeInSeconds", "Input.hit", "Input.images", "Input.golden",
                                     answer_column, "Approve", "Reject"},
            ',', &results);
  int hits = 0;
  for (TextRow row; table.Next(&row);) {
    ++hits;
    for (const std::string worker : kTripWorkers) {
      const std::string groups = SubmittedGroups(worker, json::parse(row.cells[1]));
      const std::string answer =
          answer_column == "Answer.groups" ? groups : json::array({{{"groups", groups}}}).dump();
      AppendRow(std::vector<std::string>{"3X" + std::to_string(hits), "a" + std::to_string(hits) + worker,
                                         worker, "Submitted", "30", row.cells[0], row.cells[1], row.cells[2],
                                         answer, "", ""},
                ',', &results);
    }
  }
  return results;
}

TEST(RoundTripPlatforms, Mturk) {
  const HitPlan plan = TripPlan();
  for (const char* column : {"Answer.groups", "Answer.taskAnswers"}) {
    EXPECT_EQ(ReadBack(MturkResults(MturkBatch(plan), column), "mturk", true), ExpectedAnswers(plan, true))
        << column;
  }
}

// The export of a project into which our tasks were imported: each answered by all workers.
json LabelStudioExport(const json& tasks) {
  json exported = json::array();
  int annotations = 0;
  for (const json& task : tasks) {
    json with_answers = {{"id", exported.size() + 100}, {"data", task["data"]}, {"project", 1}};
    for (const std::string worker : kTripWorkers) {
      json buckets = json::object();
      for (const json& item : task["data"]["items"]) {
        const std::string id = item["id"];
        buckets["g" + std::to_string(TripGroup(worker, id))].push_back(id);
      }
      const json result = {
          {"from_name", "rank"}, {"to_name", "items"}, {"type", "ranker"}, {"value", {{"ranker", buckets}}}};
      with_answers["annotations"].push_back({{"id", ++annotations},
                                             {"completed_by", {{"email", worker}, {"id", 1}}},
                                             {"result", json::array({result})},
                                             {"was_cancelled", false},
                                             {"ground_truth", false},
                                             {"lead_time", 12.5}});
    }
    exported.push_back(with_answers);
  }
  return exported;
}

TEST(RoundTripPlatforms, LabelStudio) {
  const HitPlan plan = TripPlan();
  const json exported = LabelStudioExport(json::parse(LabelStudioTasks(plan)));
  EXPECT_EQ(ReadBack(exported.dump(), "label-studio", true), ExpectedAnswers(plan, true));
}

TEST(RoundTripPlatforms, TheConfigurationNamesWhatTheExportNames) {
  const std::string configuration = LabelStudioConfiguration(3);
  for (const char* part : {"<List name=\"items\" value=\"$items\"", "<Ranker name=\"rank\" toName=\"items\"",
                           "<Bucket name=\"g1\"", "<Bucket name=\"g3\""}) {
    EXPECT_THAT(configuration, ::testing::HasSubstr(part));
  }
}

}  // namespace
}  // namespace crowdclust::testing
