#include "planning/plan_figures.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "hits/coverage.h"
#include "tests/planning/numbered_items.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::NumberedItems;
using testing::TestSeed;

TEST(FiguresOf, CountsPairsInThePlanOfTheSeed) {
  const NameIndex items = NumberedItems(60);
  for (const Design design : {Design::kRandom, Design::kBalanced, Design::kConnected, Design::kKernel}) {
    const DesignOptions options{.design = design, .items_per_hit = 6, .hits_per_item = 3};
    const PlanFigures figures = FiguresOf(items, options, TestSeed());
    EXPECT_TRUE(figures.counted);
    EXPECT_TRUE(figures.can_be_dealt);
    EXPECT_GE(figures.deals, 1);
    EXPECT_DOUBLE_EQ(figures.pairs_met_share,
                     CoverageOf(DealHits(items, options, TestSeed())).pairs_met_share);
  }
}

TEST(FiguresOf, OneHitAnItemNeverConnectsAndManyAlwaysDo) {
  const PlanFigures apart = FiguresOf(NumberedItems(60), {.hits_per_item = 1}, TestSeed());
  EXPECT_EQ(apart.deals, 200);
  EXPECT_EQ(apart.ConnectedShare(), 0);
  EXPECT_EQ(FiguresOf(NumberedItems(60), {.hits_per_item = 10}, TestSeed()).ConnectedShare(), 1);
}

// Between the two the share of other deals is the same within errors.
TEST(FiguresOf, TheShareOfDealsIsThatOfOtherDeals) {
  const NameIndex items = NumberedItems(60);
  const DesignOptions options{.items_per_hit = 6, .hits_per_item = 1.2};
  const PlanFigures figures = FiguresOf(items, options, TestSeed());
  const double share = figures.ConnectedShare();
  EXPECT_GT(share, 0.02);
  EXPECT_LT(share, 0.98);
  int connected = 0;
  constexpr int kDeals = 400;
  for (int d = 0; d < kDeals; ++d) {
    const HitPlan plan = DealHits(items, options, TestSeed() + 1000 + static_cast<std::uint64_t>(d));
    connected += CoverageOf(plan).components == 1 ? 1 : 0;
  }
  EXPECT_NEAR(share, connected / double{kDeals}, 5 * 0.5 / std::sqrt(figures.deals));
}

TEST(FiguresOf, SomeDesignsAlwaysConnect) {
  for (const Design design : {Design::kConnected, Design::kExhaustive}) {
    const PlanFigures figures =
        FiguresOf(NumberedItems(40), {.design = design, .hits_per_item = 1.5}, TestSeed());
    EXPECT_TRUE(figures.always_connected);
    EXPECT_EQ(figures.ConnectedShare(), 1);
  }
}

TEST(FiguresOf, SaysWhatADesignCannotDeal) {
  EXPECT_FALSE(
      FiguresOf(NumberedItems(60), {.design = Design::kConnected, .hits_per_item = 1}, 1).can_be_dealt);
  EXPECT_FALSE(FiguresOf(NumberedItems(60), {.design = Design::kKernel, .hits_per_item = 1}, 1).can_be_dealt);
  EXPECT_THROW(FiguresOf(NumberedItems(9), {.hits_per_item = 1}, 1), InputError);
}

// Too many items to deal them evenly: no pair meets twice, and nothing is known of the graph.
TEST(FiguresOf, ManyItemsAreReckoned) {
  const DesignOptions options{.design = Design::kBalanced, .hits_per_item = 20};
  const PlanFigures figures = FiguresOf(NumberedItems(20'000), options, 1);
  EXPECT_FALSE(figures.counted);
  EXPECT_EQ(figures.deals, 0);
  EXPECT_NEAR(figures.pairs_met_share, 20.0 * 9 / 19'999, 1e-6);
  EXPECT_TRUE(std::isnan(figures.ConnectedShare()));
}

}  // namespace
}  // namespace crowdclust
