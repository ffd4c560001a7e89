#include "report/plan_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace crowdclust {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<PlanRow> Rows() {
  PlanRow cheap{.plan = {.hits_per_item = 2, .overlap = 1, .hits = 20, .assignments = 20, .cost = 0.4},
                .figures = {.pairs_met_share = 0.25, .counted = true, .deals = 4, .connected = 3},
                .quality = {.of_study = {0.5, 0.7}}};
  PlanRow dear{.plan = {.hits_per_item = 8, .overlap = 2, .hits = 80, .assignments = 160, .cost = 3.2},
               .figures = {.pairs_met_share = 0.5, .always_connected = true},
               .quality = {.of_study = {0.9, 1.0}}};
  PlanRow beyond{.plan = {.hits_per_item = 64,
                          .overlap = 10,
                          .hits = 640,
                          .assignments = 6400,
                          .cost = 128,
                          .status = PlanStatus::kBeyondBudget}};
  return {cheap, dear, beyond};
}

TEST(MakePlanReport, ChoosesTheCheapestThatReachesOrTheBest) {
  const PlanReport some = MakePlanReport(Rows(), 0.55), all = MakePlanReport(Rows(), 0.9),
                   none = MakePlanReport(Rows(), 0.99);
  EXPECT_EQ(some.chosen, 0);
  EXPECT_TRUE(some.reached);
  EXPECT_EQ(all.chosen, 1);
  EXPECT_EQ(none.chosen, 1);
  EXPECT_FALSE(none.reached);
}

TEST(PlansTable, SaysWhatIsNotKnown) {
  EXPECT_EQ(PlansTable(MakePlanReport(Rows(), 0.9)),
            "hits_per_item,overlap,hits,assignments,pair_labels,cost,working_hours,status,pairs_met_share,"
            "pairs_met_by,connected_share,connected_low,connected_high,deals,studies,adjusted_rand,"
            "standard_error,smoothed_adjusted_rand,smoothed_standard_error,chosen\n"
            "2,1,20,20,0,0.4,0,within,0.25,count,0.75,0.300642,0.954413,4,2,0.6,0.1,0.6,0.1,no\n"
            "8,2,80,160,0,3.2,0,within,0.5,formula,1,1,1,0,2,0.95,0.05,0.95,0.05,yes\n"
            "64,10,640,6400,0,128,0,beyond_budget,NA,NA,NA,NA,NA,0,0,NA,NA,NA,NA,no\n");
}

TEST(PlansJson, HasTheNumbersInFull) {
  const auto plans = PlansJson(MakePlanReport(Rows(), 0.9));
  ASSERT_EQ(plans.size(), 3U);
  EXPECT_EQ(plans[1]["adjusted_rand"], (0.9 + 1.0) / 2);
  EXPECT_EQ(plans[1]["chosen"], true);
  EXPECT_TRUE(plans[2]["adjusted_rand"].is_null());
}

TEST(PlansCurve, ShowsCostsOrElseAssignments) {
  EXPECT_THAT(PlansCurve(MakePlanReport(Rows(), 0.9), "title", "below"),
              AllOf(HasSubstr(">cost</text>"), HasSubstr("wanted 0.9"),
                    HasSubstr("cheapest that reaches it: 8 HITs an item, overlap 2, 3.20")));
  std::vector<PlanRow> rows = Rows();
  for (PlanRow& row : rows) row.plan.cost = 0;
  EXPECT_THAT(PlansCurve(MakePlanReport(rows, 0.99), "title", "below"),
              AllOf(HasSubstr(">assignments</text>"), HasSubstr("best of all, but too little: ")));
  for (PlanRow& row : rows) row.quality = {};
  EXPECT_THAT(PlansCurve(MakePlanReport(rows, 0.9), "title", "below"), IsEmpty());
}

}  // namespace
}  // namespace crowdclust
