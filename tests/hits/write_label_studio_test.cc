#include "hits/write_label_studio.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/hits/awkward_plan.h"

namespace crowdclust {
namespace {

using nlohmann::json;
using testing::AwkwardPlan;

TEST(WriteLabelStudio, ATaskIsAHit) {
  HitPlan plan = AwkwardPlan();
  plan.hits = {{.name = "h\"1\"", .items = {1, 7}}};
  EXPECT_EQ(
      LabelStudioTasks(plan),
      "[\n"
      R"({"data":{"hit":"h\"1\"","items":[{"id":"a, \"b\"","title":"a, \"b\""},)"
      R"({"id":"https://x.org/p.png?a=1&b=\"2\"","title":"",)"
      R"("html":"<img src=\"https://x.org/p.png?a=1&amp;b=&quot;2&quot;\" style=\"max-width:100%\">"}]}})"
      "\n]\n");
}

TEST(WriteLabelStudio, EveryNameComesThroughAndNoKnownGroup) {
  const HitPlan plan = AwkwardPlan();
  const json tasks = json::parse(LabelStudioTasks(plan));
  ASSERT_EQ(tasks.size(), 3U);
  for (std::size_t h = 0; h < 3; ++h) {
    const json& data = tasks[h]["data"];
    EXPECT_EQ(data["hit"], plan.hits[h].name);
    ASSERT_EQ(data["items"].size(), plan.hits[h].items.size());
    for (std::size_t i = 0; i < data["items"].size(); ++i)
      EXPECT_EQ(data["items"][i]["id"], plan.items.Name(plan.hits[h].items[i]));
    EXPECT_EQ(data.value("golden", false), h == 1);
    EXPECT_EQ(data.size(), h == 1 ? 3U : 2U);
  }
}

TEST(WriteLabelStudio, NoHitsAreAnEmptyArray) { EXPECT_EQ(json::parse(LabelStudioTasks({})), json::array()); }

TEST(WriteLabelStudio, ABucketIsAGroup) {
  EXPECT_EQ(
      LabelStudioConfiguration(2),
      "<View>\n"
      "  <Header value=\"Drag what belongs together into one group. Use as many groups as you need.\"/>\n"
      "  <List name=\"items\" value=\"$items\" title=\"No group yet\"/>\n"
      "  <Ranker name=\"rank\" toName=\"items\">\n"
      "    <Bucket name=\"g1\" title=\"Group 1\"/>\n"
      "    <Bucket name=\"g2\" title=\"Group 2\"/>\n"
      "  </Ranker>\n"
      "</View>\n");
}

}  // namespace
}  // namespace crowdclust
