#include "hits/coverage.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>

#include "base/random.h"
#include "hits/design.h"
#include "tests/hits/made_items.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::MakeItems;

TEST(CoverageTest, ByHand) {
  const HitPlan plan{.items = MakeItems(5),
                     .hits = {{.name = "h1", .items = {0, 1, 2}}, {.name = "h2", .items = {2, 1, 3}}},
                     .overlap = 4,
                     .reward = 0.5};
  const Coverage coverage = CoverageOf(plan);
  EXPECT_EQ(coverage.hits, 2);
  EXPECT_EQ(coverage.assignments, 8);
  EXPECT_EQ(coverage.pair_labels, 24);
  EXPECT_DOUBLE_EQ(coverage.pairs_met_share, 0.5);  // 01 02 12 13 23 of ten
  EXPECT_EQ(coverage.fewest_hits_of_item, 0);
  EXPECT_EQ(coverage.most_hits_of_item, 2);
  EXPECT_EQ(coverage.most_meetings_of_pair, 2);
  EXPECT_EQ(coverage.uneven_meetings, 1);
  EXPECT_EQ(coverage.components, 2);
  EXPECT_EQ(coverage.spectral_gap, 0);
  EXPECT_DOUBLE_EQ(coverage.reward_total, 4);
}

TEST(CoverageTest, KnownHitsCostButCoverNothing) {
  HitPlan plan{.items = MakeItems(4),
               .hits = {{.name = "h1", .items = {3, 0}}, {.name = "h2", .items = {0, 2}}},
               .overlap = 4,
               .reward = 0.5};
  const Coverage before = CoverageOf(plan);
  const int fifth = plan.items.Add("known");
  plan.hits.insert(
      plan.hits.begin() + 1,
      {.name = "g1", .items = {fifth, 3, 2}, .kind = HitKind::kGolden, .known_group = {0, 0, 1}});
  const Coverage coverage = CoverageOf(plan);
  EXPECT_EQ(before.items, 4);
  EXPECT_EQ(coverage.items, 4);
  EXPECT_EQ(coverage.hits, 2);
  EXPECT_EQ(coverage.assignments, 8);
  EXPECT_EQ(coverage.pair_labels, before.pair_labels);
  EXPECT_EQ(coverage.pairs_met_share, before.pairs_met_share);
  EXPECT_EQ(coverage.fewest_hits_of_item, 0) << "the second item is in no HIT";
  EXPECT_EQ(coverage.components, before.components);
  EXPECT_EQ(coverage.known_hits, 1);
  EXPECT_EQ(coverage.known_assignments, 4);
  EXPECT_DOUBLE_EQ(before.reward_total, 4);
  EXPECT_DOUBLE_EQ(coverage.reward_total, 6);
}

TEST(CoverageTest, NothingToCover) {
  EXPECT_EQ(CoverageOf({}).pairs_met_share, 0);
  EXPECT_EQ(CoverageOf({}).hits, 0);
}

TEST(CoverageTest, PairsMetEqualsASetOfPairs) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Random random(testing::TestSeed(), seed);
    const int num_items = 2 + random.Below(30);
    const int items_per_hit = 2 + random.Below(num_items - 1);
    const HitPlan plan = DealHits(
        MakeItems(num_items), {.items_per_hit = items_per_hit, .hits_per_item = 1.0 + random.Below(4)}, seed);
    std::set<std::pair<int, int>> met;
    for (const Hit& hit : plan.hits) {
      for (const int a : hit.items) {
        for (const int b : hit.items) {
          if (a < b) met.emplace(a, b);
        }
      }
    }
    EXPECT_DOUBLE_EQ(CoverageOf(plan).pairs_met_share,
                     static_cast<double>(met.size()) / (num_items * (num_items - 1) / 2.0));
  }
}

TEST(CoverageTest, TheShoesStudy) {
  const Coverage coverage = CoverageOf(DealHits(MakeItems(82), {}, testing::TestSeed()));
  EXPECT_EQ(coverage.hits, 82);
  EXPECT_EQ(coverage.assignments, 574);
  EXPECT_EQ(coverage.pair_labels, 25830);
  EXPECT_NEAR(coverage.reward_total, 11.48, 1e-9);
  EXPECT_GE(coverage.fewest_hits_of_item, 1);
}

TEST(CoverageTest, TheDressStudy) {
  const Coverage coverage = CoverageOf(DealHits(
      MakeItems(2000), {.items_per_hit = 8, .hits_per_item = 1.0 * AutoHitsPerItem(2000, 8), .overlap = 3},
      testing::TestSeed()));
  EXPECT_EQ(coverage.hits, 10000);
  EXPECT_EQ(coverage.pair_labels, 840000);
}

TEST(CoverageTest, FiveHundredHitsOfTenShowASixthOfThePairsOfFiveHundredItems) {
  const Coverage coverage = CoverageOf(DealHits(MakeItems(500), {}, testing::TestSeed()));
  EXPECT_EQ(coverage.hits, 500);
  EXPECT_NEAR(coverage.pairs_met_share, 0.164, 0.004);
}

}  // namespace
}  // namespace crowdclust
