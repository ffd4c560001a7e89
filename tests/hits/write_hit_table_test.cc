#include "hits/write_hit_table.h"

#include <gtest/gtest.h>

#include "tests/hits/awkward_plan.h"

namespace crowdclust {
namespace {

using testing::AwkwardPlan;

TEST(WriteHitTable, ARowIsAnItemOfAHit) {
  HitPlan plan = AwkwardPlan();
  plan.hits = {{.name = "h1", .items = {1, 0}}, {.name = "h2", .items = {0, 4}}};
  EXPECT_EQ(HitTable(plan),
            "hit,position,item\n"
            "h1,1,\"a, \"\"b\"\"\"\n"
            "h1,2,plain\n"
            "h2,1,plain\n"
            "h2,2,\"new\nline\ttab\"\n");
}

TEST(WriteHitTable, KindsAreSaidWhereSomeAreKnown) {
  HitPlan plan = AwkwardPlan();
  plan.hits = {{.name = "h1", .items = {0, 3}},
               {.name = "g1", .items = {3, 0}, .kind = HitKind::kGolden, .known_group = {0, 1}}};
  EXPECT_EQ(HitTable(plan),
            "hit,position,item,kind\n"
            "h1,1,plain,ordinary\n"
            "h1,2,<b>&amp;'e',ordinary\n"
            "g1,1,<b>&amp;'e',golden\n"
            "g1,2,plain,golden\n");
}

}  // namespace
}  // namespace crowdclust
