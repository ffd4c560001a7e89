#include "hits/write_mturk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/delimited_text.h"
#include "tests/hits/awkward_plan.h"

namespace crowdclust {
namespace {

using testing::AwkwardPlan;
using ::testing::ElementsAre;

TEST(WriteMturk, ARowIsAHit) {
  HitPlan plan = AwkwardPlan();
  plan.hits = {{.name = "h1", .items = {0, 1}},
               {.name = "g1", .items = {0, 6}, .kind = HitKind::kGolden, .known_group = {0, 1}}};
  EXPECT_EQ(MturkBatch(plan),
            "hit,images,golden\n"
            R"(h1,"[""plain"",""a, \""b\""""]",)"
            "\n"
            R"(g1,"[""plain"",""\u0024{images}\u0060""]",1)"
            "\n");
}

TEST(WriteMturk, ArraysArePlainLettersAndEveryNameComesThrough) {
  const HitPlan plan = AwkwardPlan();
  const std::string text = MturkBatch(plan);
  TableReader table(text, "batch.csv");
  EXPECT_THAT(table.columns(), ElementsAre("hit", "images", "golden"));
  TextRow row;
  for (const Hit& hit : plan.hits) {
    ASSERT_TRUE(table.Next(&row));
    EXPECT_EQ(row.cells[0], hit.name);
    EXPECT_EQ(row.cells[1].find_first_of("&<>'$`\n\t"), std::string::npos) << row.cells[1];
    EXPECT_TRUE(std::ranges::all_of(row.cells[1], [](char c) { return c >= ' ' && c < 127; }));
    std::vector<std::string> items;
    for (const int item : hit.items) items.push_back(plan.items.Name(item));
    EXPECT_EQ(nlohmann::json::parse(row.cells[1]), nlohmann::json(items));
    EXPECT_EQ(row.cells[2], hit.kind == HitKind::kGolden ? "1" : "");
  }
  EXPECT_FALSE(table.Next(&row));
}

}  // namespace
}  // namespace crowdclust
