#include "hits/golden_mix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "base/error.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;

GroupedItems FourKnown() {
  GroupedItems known{.items = {}, .group_of_item = {0, 0, 1, 1}};
  for (const char* name : {"i0", "x", "y", "z"}) known.items.Add(name);
  return known;
}

std::vector<Hit> GoldenHits(int count) {
  std::vector<Hit> golden;
  for (int g = 0; g < count; ++g) {
    golden.push_back({.name = "g" + std::to_string(g),
                      .items = {3, 0, 1},
                      .kind = HitKind::kGolden,
                      .known_group = {0, 1, 1}});
  }
  return golden;
}

HitPlan OrdinaryPlan(int count) {
  HitPlan plan{.overlap = 3, .reward = 0.5};
  for (int h = 0; h < count; ++h)
    plan.hits.push_back(
        {.name = "h" + std::to_string(h), .items = {plan.items.Add("i" + std::to_string(h))}});
  return plan;
}

TEST(GoldenMix, TheShareOfGoldenHitsIsTheRate) {
  EXPECT_EQ(NumGoldenHits(90, 0.1, 5), 10);
  EXPECT_EQ(NumGoldenHits(82, 0.1, 5), 9);
  EXPECT_EQ(NumGoldenHits(8, 0.1, 5), 5);
  EXPECT_EQ(NumGoldenHits(8, 0, 0), 0);
  EXPECT_EQ(NumGoldenHits(10, 0.5, 0), 10);
  EXPECT_THROW(NumGoldenHits(1'000'000'000, 0.9, 0), InputError);
}

TEST(GoldenMix, EveryStretchHasOneAtARandomPlace) {
  std::set<std::size_t> places;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    HitPlan plan = OrdinaryPlan(20);
    MixInGolden(FourKnown(), GoldenHits(4), testing::TestSeed() + seed, &plan);
    ASSERT_EQ(plan.hits.size(), 24U);
    int ordinary = 0, golden = 0;
    for (std::size_t h = 0; h < plan.hits.size(); ++h) {
      if (plan.hits[h].kind == HitKind::kOrdinary) {
        EXPECT_EQ(plan.hits[h].name, "h" + std::to_string(ordinary++)) << "their order stays";
        continue;
      }
      EXPECT_EQ(h / 6, static_cast<std::size_t>(golden));
      EXPECT_EQ(plan.hits[h].name, "g" + std::to_string(golden++));
      places.insert(h % 6);
    }
    EXPECT_EQ(golden, 4);
  }
  EXPECT_EQ(places.size(), 6U);
}

TEST(GoldenMix, ItemsAreThoseOfThePlan) {
  HitPlan plan = OrdinaryPlan(2);
  MixInGolden(FourKnown(), GoldenHits(1), 1, &plan);
  EXPECT_THAT(plan.items.names(), ElementsAre("i0", "i1", "z", "x"));
  for (const Hit& hit : plan.hits) {
    if (hit.kind == HitKind::kOrdinary) continue;
    EXPECT_THAT(hit.items, ElementsAre(2, 0, 3));
    EXPECT_THAT(hit.known_group, ElementsAre(0, 1, 1));
  }
  EXPECT_EQ(plan.overlap, 3);
}

TEST(GoldenMix, MoreGoldenThanOrdinaryHits) {
  HitPlan plan = OrdinaryPlan(2);
  MixInGolden(FourKnown(), GoldenHits(5), testing::TestSeed(), &plan);
  EXPECT_EQ(plan.hits.size(), 7U);
  HitPlan none = OrdinaryPlan(2);
  MixInGolden(FourKnown(), {}, testing::TestSeed(), &none);
  EXPECT_EQ(none.hits.size(), 2U);
  EXPECT_EQ(none.hits[1].name, "h1");
}

TEST(GoldenMix, APlanForEveryWorkerHasNoOverlap) {
  const HitPlan plan = PlanForEveryWorker(FourKnown(), GoldenHits(2), 0.25);
  EXPECT_EQ(plan.overlap, 0);
  EXPECT_EQ(plan.reward, 0.25);
  EXPECT_THAT(plan.items.names(), ElementsAre("z", "i0", "x"));
  EXPECT_THAT(plan.hits[1].items, ElementsAre(0, 1, 2));
}

}  // namespace
}  // namespace crowdclust
