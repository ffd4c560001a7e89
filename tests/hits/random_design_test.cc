#include "hits/random_design.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "hits/coverage.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::HasSubstr;

NameIndex MakeItems(int count) {
  NameIndex items;
  for (int i = 0; i < count; ++i) items.Add(std::to_string(i) + ".png");
  return items;
}

struct Shape {
  int items;
  int items_per_hit;
  int hits_per_item;
};

class RandomDesignTest : public ::testing::TestWithParam<Shape> {};

TEST_P(RandomDesignTest, MakesTheHitsAskedForAndDealsEveryItem) {
  const auto [num_items, items_per_hit, hits_per_item] = GetParam();
  const HitPlan plan =
      DealRandom(MakeItems(num_items), {.items_per_hit = items_per_hit, .hits_per_item = hits_per_item},
                 testing::TestSeed());
  EXPECT_EQ(static_cast<int>(plan.hits.size()),
            static_cast<int>(std::ceil(static_cast<double>(num_items) * hits_per_item / items_per_hit)));
  std::set<std::string> names;
  std::set<int> dealt;
  for (const Hit& hit : plan.hits) {
    EXPECT_TRUE(names.insert(hit.name).second);
    EXPECT_EQ(hit.name.size(), plan.hits[0].name.size());
    const std::set<int> unique(hit.items.begin(), hit.items.end());
    EXPECT_EQ(static_cast<int>(unique.size()), items_per_hit);
    EXPECT_EQ(static_cast<int>(hit.items.size()), items_per_hit);
    EXPECT_TRUE(*unique.begin() >= 0 && *unique.rbegin() < num_items);
    dealt.insert(unique.begin(), unique.end());
  }
  EXPECT_EQ(static_cast<int>(dealt.size()), num_items);
}

INSTANTIATE_TEST_SUITE_P(Shapes, RandomDesignTest,
                         ::testing::Values(Shape{82, 10, 10}, Shape{82, 10, 1}, Shape{7, 3, 2},
                                           Shape{10, 10, 5}, Shape{2, 2, 1}, Shape{11, 10, 1},
                                           Shape{20, 2, 30}, Shape{500, 10, 10}));

TEST(DealRandomTest, NamesAreZeroPadded) {
  const HitPlan plan = DealRandom(MakeItems(82), {}, 1);
  EXPECT_EQ(plan.hits.front().name, "h01");
  EXPECT_EQ(plan.hits.back().name, "h82");
  EXPECT_EQ(plan.overlap, 7);
  EXPECT_EQ(plan.reward, 0.02);
  EXPECT_EQ(plan.items.size(), 82);
}

TEST(DealRandomTest, EqualSeedEqualPlanOtherSeedAnother) {
  const auto rows = [](std::uint64_t seed) {
    std::vector<int> all;
    for (const Hit& hit : DealRandom(MakeItems(50), {}, seed).hits) {
      all.insert(all.end(), hit.items.begin(), hit.items.end());
    }
    return all;
  };
  EXPECT_EQ(rows(5), rows(5));
  EXPECT_NE(rows(5), rows(6));
}

TEST(DealRandomTest, CountsStayNearWhatWasAsked) {
  const int hits_per_item = 16;
  const HitPlan plan =
      DealRandom(MakeItems(1000), {.items_per_hit = 8, .hits_per_item = hits_per_item}, testing::TestSeed());
  const Coverage coverage = CoverageOf(plan);
  // One sure HIT and 15 by chance, with a standard deviation of about 4: six of them either way.
  EXPECT_GE(coverage.fewest_hits_of_item, 1);
  EXPECT_LE(coverage.most_hits_of_item, hits_per_item + 6 * 4);
  EXPECT_EQ(coverage.hits * 8, 1000 * hits_per_item);
}

TEST(DealRandomTest, EveryPlaceInAHitIsEquallyLikelyForAnItem) {
  std::vector<int> place_of_item(10, 0);
  constexpr int kRuns = 4000;
  for (int run = 0; run < kRuns; ++run) {
    const HitPlan plan = DealRandom(MakeItems(10), {.items_per_hit = 10, .hits_per_item = 1},
                                    testing::TestSeed() * 100000 + static_cast<std::uint64_t>(run));
    ++place_of_item[static_cast<std::size_t>(std::ranges::find(plan.hits[0].items, 0) -
                                             plan.hits[0].items.begin())];
  }
  for (const int count : place_of_item) EXPECT_NEAR(count, kRuns / 10, 6 * std::sqrt(kRuns * 0.09));
}

TEST(DealRandomTest, ManyItems) {
  const HitPlan plan = DealRandom(MakeItems(100000), {.items_per_hit = 10, .hits_per_item = 20}, 1);
  EXPECT_EQ(plan.hits.size(), 200000U);
}

TEST(DealRandomTest, OptionsOutOfRangeAreErrorsThatSayTheRule) {
  const auto error_of = [](const RandomDesignOptions& options) -> std::string {
    try {
      DealRandom(MakeItems(5), options, 1);
    } catch (const InputError& error) {
      return error.what();
    }
    return "no error";
  };
  EXPECT_THAT(error_of({.items_per_hit = 6}), HasSubstr("6 items a HIT, but only 5 items"));
  EXPECT_THAT(error_of({.items_per_hit = 1}), HasSubstr("a HIT needs 2 or more"));
  EXPECT_THAT(error_of({.items_per_hit = 5, .hits_per_item = 0}), HasSubstr("every item needs 1 or more"));
  EXPECT_THAT(error_of({.items_per_hit = 5, .overlap = 0}), HasSubstr("needs 1 worker or more"));
  EXPECT_THAT(error_of({.items_per_hit = 5, .reward = -1}), HasSubstr("must be 0 or more"));
  EXPECT_THAT(error_of({.items_per_hit = 5, .reward = std::numeric_limits<double>::quiet_NaN()}),
              HasSubstr("must be 0 or more"));
  EXPECT_THAT(error_of({.items_per_hit = 2, .hits_per_item = std::numeric_limits<int>::max()}),
              HasSubstr("too many"));
}

TEST(AutoHitsPerItemTest, IsTheDressStudysRule) {
  EXPECT_EQ(AutoHitsPerItem(2000, 8), 40);
  EXPECT_EQ(AutoHitsPerItem(64, 8), 12);
  EXPECT_EQ(AutoHitsPerItem(82, 10), 12);
  EXPECT_EQ(AutoHitsPerItem(2, 2), 1);
  EXPECT_EQ(AutoHitsPerItem(1, 10), 1);
}

}  // namespace
}  // namespace crowdclust
