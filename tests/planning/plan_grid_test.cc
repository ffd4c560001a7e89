#include "planning/plan_grid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/error.h"
#include "hits/coverage.h"
#include "tests/planning/numbered_items.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::NumberedItems;

std::string ErrorOf(int num_items, const CrowdDescription& crowd, const PlanGridOptions& options) {
  try {
    MakePlanGrid(num_items, crowd, options);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(MakePlanGrid, CountsWhatHitsDeals) {
  const CrowdDescription crowd{.spammer_share = 0.25, .seconds_mean = 90, .spammer_seconds_mean = 10};
  const PlanGridOptions options{.design = {.items_per_hit = 7, .reward = 0.05},
                                .fee = 0.2,
                                .budget = 1000,
                                .hits_per_item = {3.5, 2},
                                .overlaps = {4, 1}};
  const std::vector<StudyPlan> plans = MakePlanGrid(50, crowd, options);
  ASSERT_EQ(plans.size(), 4U);
  for (const StudyPlan& plan : plans) {
    DesignOptions design = options.design;
    design.hits_per_item = plan.hits_per_item;
    design.overlap = plan.overlap;
    const Coverage coverage = CoverageOf(DealHits(NumberedItems(50), design, 1));
    EXPECT_EQ(plan.hits, coverage.hits);
    EXPECT_EQ(plan.assignments, coverage.assignments);
    EXPECT_EQ(plan.pair_labels, coverage.pair_labels);
    EXPECT_NEAR(plan.cost, coverage.reward_total * 1.2, 1e-9);
    // 10 of 40 workers spend 10 seconds an assignment, the others 90.
    EXPECT_NEAR(plan.working_hours, static_cast<double>(plan.assignments) * 70 / 3600, 1e-9);
    EXPECT_EQ(plan.status, PlanStatus::kWithin);
  }
  EXPECT_EQ(plans[0].overlap, 1);
  EXPECT_EQ(plans[0].hits_per_item, 2);
  EXPECT_EQ(plans[3].overlap, 4);
  EXPECT_EQ(plans[3].hits_per_item, 3.5);
}

TEST(MakePlanGrid, SecondsOfAnItemReplaceThoseOfTheCrowd) {
  const CrowdDescription crowd{.spammer_share = 0.5, .seconds_mean = 90, .spammer_seconds_mean = 20};
  PlanGridOptions options{.design = {.items_per_hit = 10}};
  EXPECT_DOUBLE_EQ(SecondsOfAssignment(crowd, options), 55);
  options.seconds_per_item = 3;
  EXPECT_DOUBLE_EQ(SecondsOfAssignment(crowd, options), 25);
}

TEST(MakePlanGrid, ChoosesAsFarAsTheBudgetGoes) {
  const std::vector<StudyPlan> plans = MakePlanGrid(100, {.workers = 4}, {.budget = 8});  // 400 assignments
  std::set<double> amounts;
  std::set<int> overlaps;
  for (const StudyPlan& plan : plans) {
    amounts.insert(plan.hits_per_item);
    overlaps.insert(plan.overlap);
    EXPECT_EQ(plan.status == PlanStatus::kWithin, plan.assignments <= 400);
    EXPECT_EQ(plan.status == PlanStatus::kBeyondBudget, plan.assignments > 400);
    EXPECT_LE(plan.hits_per_item * plan.overlap, kMostAnswersOfItem);
  }
  EXPECT_THAT(amounts, ElementsAre(2, 3, 4, 6, 8, 12, 16, 24, 32));
  EXPECT_THAT(overlaps, ElementsAre(1, 2, 3));
}

TEST(MakePlanGrid, ChoosesFewerWhereTheyTakeLong) {
  std::set<double> amounts;
  std::set<int> overlaps;
  for (const StudyPlan& plan : MakePlanGrid(100, {}, {.budget = 8, .coarse = true})) {
    amounts.insert(plan.hits_per_item);
    overlaps.insert(plan.overlap);
  }
  EXPECT_THAT(amounts, ElementsAre(2, 4, 8, 16, 32));
  EXPECT_THAT(overlaps, ElementsAre(1, 2, 5));
}

TEST(MakePlanGrid, ABudgetWithoutEndHasAnEnd) {
  for (const StudyPlan& plan : MakePlanGrid(100, {}, {.design = {.reward = 0}, .budget = 0})) {
    EXPECT_EQ(plan.status, PlanStatus::kWithin);
    EXPECT_LE(plan.hits_per_item * plan.overlap, kMostAnswersOfItem);
  }
}

TEST(MakePlanGrid, APlanThatCostsTheBudgetIsWithinIt) {
  // 10 HITs by 3 workers for 0.1: 3 in full, and more in doubles.
  const PlanGridOptions options{
      .design = {.reward = 0.1}, .budget = 3, .hits_per_item = {1}, .overlaps = {3, 3}};
  const std::vector<StudyPlan> plans = MakePlanGrid(100, {}, options);
  ASSERT_EQ(plans.size(), 1U);
  EXPECT_EQ(plans[0].status, PlanStatus::kWithin);
}

TEST(MakePlanGrid, KnowsWhatTheCrowdGives) {
  const std::vector<StudyPlan> plans =
      MakePlanGrid(100, {.workers = 5, .assignments_per_worker = 10},
                   {.budget = 1000, .hits_per_item = {2, 8}, .overlaps = {2}});
  EXPECT_EQ(plans[0].status, PlanStatus::kWithin);         // 40 of 50
  EXPECT_EQ(plans[1].status, PlanStatus::kTooFewWorkers);  // 160
}

TEST(MakePlanGrid, ExhaustiveTakesWhatItNeeds) {
  const PlanGridOptions options{
      .design = {.design = Design::kExhaustive, .items_per_hit = 4}, .budget = 100, .overlaps = {1, 2}};
  const std::vector<StudyPlan> plans = MakePlanGrid(13, {}, options);  // a projective plane
  ASSERT_EQ(plans.size(), 2U);
  EXPECT_EQ(plans[0].hits, 13);
  EXPECT_EQ(plans[0].hits_per_item, 4);
  EXPECT_EQ(plans[1].assignments, 26);
}

TEST(MakePlanGrid, SaysWhatTheCheapestPlanCosts) {
  EXPECT_EQ(
      ErrorOf(100, {}, {.fee = 0.5, .budget = 0.5}),
      "a budget of 0.5 is too small: the cheapest plan, 2 HITs an item with an overlap of 1, costs 0.60 "
      "(20 assignments); raise it, or ask for less by --hits-per-item, --overlap or --reward");
}

TEST(MakePlanGrid, RefusesWhatCannotBeAsked) {
  EXPECT_EQ(
      ErrorOf(100, {.workers = 6}, {.budget = 100, .overlaps = {2, 7}}),
      "--overlap: an overlap of 7, but the crowd has 6 workers; every HIT needs as many different ones");
  EXPECT_EQ(ErrorOf(100, {.workers = 3, .assignments_per_worker = 1}, {.budget = 100}),
            "the crowd's workers give too few assignments: the smallest plan needs 20; raise workers or "
            "assignments_per_worker, or ask for less by --hits-per-item or --overlap");
  EXPECT_THAT(ErrorOf(9, {}, {.budget = 100}), HasSubstr("10 items a HIT, but only 9 items"));
  EXPECT_THAT(ErrorOf(100, {}, {.budget = 100, .hits_per_item = {0.5}}), HasSubstr("0.5 HITs an item"));
}

TEST(PlanStatusName, NamesEach) {
  EXPECT_EQ(PlanStatusName(PlanStatus::kWithin), "within");
  EXPECT_EQ(PlanStatusName(PlanStatus::kCannotBeDealt), "cannot_be_dealt");
}

}  // namespace
}  // namespace crowdclust
