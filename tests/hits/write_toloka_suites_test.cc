#include "hits/write_toloka_suites.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/hits/awkward_plan.h"

namespace crowdclust {
namespace {

using nlohmann::json;
using testing::AwkwardPlan;
using testing::TrainingPlan;

TEST(WriteTolokaSuites, ASuiteIsAHit) {
  HitPlan plan = AwkwardPlan();
  plan.hits.resize(1);
  plan.hits[0].items = {0, 1};
  EXPECT_EQ(TolokaSuites(plan),
            "[\n"
            R"({"pool_id":"","overlap":3,"tasks":[{"input_values":{"images":["plain","a, \"b\""]}}]})"
            "\n]\n");
}

TEST(WriteTolokaSuites, EveryNameComesThrough) {
  const HitPlan plan = AwkwardPlan();
  const json suites = json::parse(TolokaSuites(plan));
  ASSERT_EQ(suites.size(), 3U);
  for (std::size_t h = 0; h < 3; ++h) {
    std::vector<std::string> items;
    for (const int item : plan.hits[h].items) items.push_back(plan.items.Name(item));
    EXPECT_EQ(suites[h]["tasks"][0]["input_values"]["images"], json(items));
    EXPECT_EQ(suites[h]["tasks"][0].contains("known_solutions"), h == 1);
  }
  EXPECT_EQ(suites[1]["tasks"][0]["known_solutions"],
            json::parse(R"([{"output_values":{"result":[{"group":1},{"group":2},{"group":1}]},
                             "correctness_weight":1}])"));
  EXPECT_FALSE(suites[1]["tasks"][0].contains("message_on_unknown_solution"));
}

TEST(WriteTolokaSuites, TrainingIsForEveryWorkerAndSaysWhatIsRight) {
  const json suites = json::parse(TolokaSuites(TrainingPlan()));
  EXPECT_EQ(suites[0]["infinite_overlap"], true);
  EXPECT_FALSE(suites[0].contains("overlap"));
  EXPECT_EQ(suites[0]["tasks"][0]["message_on_unknown_solution"],
            "The right groups: 1, 3; 2. Items are counted in the order shown.");
}

TEST(WriteTolokaSuites, NoHitsAreAnEmptyArray) { EXPECT_EQ(json::parse(TolokaSuites({})), json::array()); }

}  // namespace
}  // namespace crowdclust
