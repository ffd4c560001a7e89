// What is asked by our files comes back by our readers: workers are played by the tests, which know our files
// and the platforms' exports only.
#include "tests/answers/round_trip.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <optional>

#include "answers/toloka_cells.h"
#include "base/delimited_text.h"
#include "hits/write_hit_table.h"
#include "hits/write_toloka.h"
#include "hits/write_toloka_suites.h"

namespace crowdclust::testing {
namespace {

using nlohmann::json;

// As a platform with array cells takes them apart: elements end at commas without a backslash, and "\," is a
// comma.
json ElementsOf(const std::string& cell) {
  json elements = json::array();
  std::string element;
  const auto end = [&] { elements.push_back(json::parse(std::exchange(element, ""))); };
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == ',') {
      end();
      continue;
    }
    if (cell[i] == '\\') {
      if (cell[i + 1] != ',') element += cell[i];
      ++i;
    }
    element += cell[i];
  }
  end();
  return elements;
}

// The worker's groups as Toloka exports them.
std::string GroupsCell(const std::string& worker, const json& items) {
  std::string cell;
  for (const std::string item : items) {
    cell += (cell.empty() ? "" : ",") +
            (R"({"group":)" + std::to_string(TripGroup(worker, item)) + R"(\,"left":10.5})");
  }
  return cell;
}

const std::vector<std::string> kTolokaColumns = {"INPUT:images",         "OUTPUT:result",
                                                 "GOLDEN:result",        "ASSIGNMENT:assignment_id",
                                                 "ASSIGNMENT:worker_id", "ASSIGNMENT:status"};

TEST(RoundTrip, TolokaTasks) {
  const HitPlan plan = TripPlan();
  const std::string tasks = TolokaTasks(plan);
  TableReader table(tasks, "tasks.tsv");
  ASSERT_EQ(table.columns(), (std::vector<std::string>{"INPUT:images", "TASK:overlap", "GOLDEN:result"}));
  std::string results;
  AppendRow(kTolokaColumns, '\t', &results);
  int assignments = 0;
  for (TextRow row; table.Next(&row);) {
    EXPECT_EQ(row.cells[1], "3");
    for (const std::string worker : kTripWorkers) {
      AppendRow(
          std::vector<std::string>{row.cells[0], GroupsCell(worker, ElementsOf(row.cells[0])), row.cells[2],
                                   "a" + std::to_string(++assignments), worker, "APPROVED"},
          '\t', &results);
    }
  }
  EXPECT_EQ(ReadBack(results, "toloka", false), ExpectedAnswers(plan, false));
}

TEST(RoundTrip, TolokaReadersReadTheCellsAsTheyAreWritten) {
  const HitPlan plan = TripPlan();
  const std::string tasks = TolokaTasks(plan);
  TableReader table(tasks, "tasks.tsv");
  TextRow row;
  for (const Hit& hit : plan.hits) {
    ASSERT_TRUE(table.Next(&row));
    const std::vector<std::string> items = ReadTolokaItems(row.cells[0], {"tasks.tsv", row.line, "items"});
    ASSERT_EQ(items.size(), hit.items.size());
    for (std::size_t i = 0; i < items.size(); ++i) EXPECT_EQ(items[i], plan.items.Name(hit.items[i]));
    const std::vector<std::optional<std::string>> groups =
        ReadTolokaGroups(row.cells[2], {"tasks.tsv", row.line, "groups"});
    ASSERT_EQ(groups.size(), hit.known_group.size());
    for (std::size_t i = 0; i < groups.size(); ++i)
      EXPECT_EQ(groups[i], std::to_string(hit.known_group[i] + 1));
  }
  EXPECT_FALSE(table.Next(&row));
}

TEST(RoundTrip, TolokaSuites) {
  const HitPlan plan = TripPlan();
  std::string results;
  std::vector<std::string> columns = kTolokaColumns;
  columns.emplace_back("ASSIGNMENT:task_id");
  AppendRow(columns, '\t', &results);
  int assignments = 0;
  int task = 0;
  for (const json& suite : json::parse(TolokaSuites(plan))) {
    EXPECT_EQ(suite["overlap"], 3);
    const json& images = suite["tasks"][0]["input_values"]["images"];
    const bool golden = suite["tasks"][0].contains("known_solutions");
    ++task;
    for (const std::string worker : kTripWorkers) {
      AppendRow(std::vector<std::string>{images.dump(), GroupsCell(worker, images), golden ? "yes" : "",
                                         "a" + std::to_string(++assignments), worker, "APPROVED",
                                         "t" + std::to_string(task)},
                '\t', &results);
    }
  }
  EXPECT_EQ(ReadBack(results, "toloka", false), ExpectedAnswers(plan, false));
}

TEST(RoundTrip, Table) {
  const HitPlan plan = TripPlan();
  const std::string hits = HitTable(plan);
  TableReader table(hits, "hits.csv");
  const auto hit = static_cast<std::size_t>(table.Require("hit"));
  const auto item = static_cast<std::size_t>(table.Require("item"));
  std::string results;
  AppendRow(std::vector<std::string>{"hit", "worker", "item", "group"}, ',', &results);
  for (TextRow row; table.Next(&row);) {
    for (const std::string worker : kTripWorkers) {
      const std::string group = std::to_string(TripGroup(worker, row.cells[item]));
      AppendRow(std::vector<std::string>{row.cells[hit], worker, row.cells[item], group}, ',', &results);
    }
  }
  EXPECT_EQ(ReadBack(results, "table", true), ExpectedAnswers(plan, true));
}

}  // namespace
}  // namespace crowdclust::testing
