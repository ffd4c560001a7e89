#include "hits/design.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string>

#include "base/error.h"
#include "hits/blocks.h"
#include "hits/cover_pairs.h"
#include "hits/deal_balanced.h"
#include "hits/deal_connected.h"
#include "hits/deal_evenly.h"
#include "hits/deal_random.h"
#include "hits/exchange.h"
#include "hits/meeting_graph.h"
#include "hits/meetings.h"
#include "tests/hits/made_items.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::HasSubstr;
using testing::MakeItems;

std::vector<int> TimesOfItems(int num_items, const Blocks& blocks) {
  std::vector<int> times(static_cast<std::size_t>(num_items));
  for (const std::vector<int>& block : blocks) {
    for (const int item : block) ++times[static_cast<std::size_t>(item)];
  }
  return times;
}

int Spread(const std::vector<int>& times) {
  const auto [least, most] = std::ranges::minmax(times);
  return most - least;
}

struct Case {
  Design design;
  int items, per_hit;
  double hits_per_item;
};

class DesignTest : public ::testing::TestWithParam<Case> {};

// What holds for every design.
TEST_P(DesignTest, MakesTheHitsAskedForAndDealsEveryItem) {
  const auto [design, items, per_hit, hits_per_item] = GetParam();
  const DesignOptions options{.design = design, .items_per_hit = per_hit, .hits_per_item = hits_per_item};
  const HitPlan plan = DealHits(MakeItems(items), options, testing::TestSeed());
  if (design != Design::kExhaustive) {
    EXPECT_EQ(static_cast<double>(plan.hits.size()), std::ceil(items * hits_per_item / per_hit));
  }
  std::set<std::string> names;
  for (const Hit& hit : plan.hits) {
    EXPECT_TRUE(names.insert(hit.name).second);
    EXPECT_EQ(hit.name.size(), plan.hits[0].name.size());
    const std::set<int> unique(hit.items.begin(), hit.items.end());
    EXPECT_EQ(static_cast<int>(unique.size()), per_hit);
    EXPECT_EQ(static_cast<int>(hit.items.size()), per_hit);
    EXPECT_TRUE(*unique.begin() >= 0 && *unique.rbegin() < items);
  }
  const std::vector<int> times = TimesOfItems(items, BlocksOf(plan));
  EXPECT_GE(std::ranges::min(times), 1);
  const bool even = design == Design::kBalanced || design == Design::kConnected;
  if (even) {
    EXPECT_LE(Spread(times), 1);
  }
  EXPECT_EQ(BlocksOf(DealHits(MakeItems(items), options, testing::TestSeed())), BlocksOf(plan));
  if (items > per_hit) {
    EXPECT_NE(BlocksOf(DealHits(MakeItems(items), options, testing::TestSeed() + 1)), BlocksOf(plan));
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, DesignTest,
    ::testing::Values(Case{Design::kRandom, 82, 10, 10}, Case{Design::kRandom, 11, 10, 1},
                      Case{Design::kBalanced, 82, 10, 10}, Case{Design::kBalanced, 13, 4, 4},
                      Case{Design::kBalanced, 49, 7, 3}, Case{Design::kBalanced, 20, 3, 2.5},
                      Case{Design::kBalanced, 10, 10, 3}, Case{Design::kConnected, 82, 10, 1.2},
                      Case{Design::kConnected, 200, 5, 2}, Case{Design::kConnected, 6, 2, 2},
                      Case{Design::kKernel, 82, 10, 10}, Case{Design::kKernel, 50, 8, 1.5},
                      Case{Design::kExhaustive, 30, 6, 1}, Case{Design::kExhaustive, 13, 4, 1},
                      Case{Design::kExhaustive, 5, 5, 1}),
    [](const auto& shown) { return DesignName(shown.param.design) + std::to_string(shown.index); });

TEST(BalancedDesign, ThirteenItemsInThirteenHitsOfFourMeetOnceEach) {
  const HitPlan plan =
      DealHits(MakeItems(13), {.design = Design::kBalanced, .items_per_hit = 4, .hits_per_item = 4}, 1);
  EXPECT_EQ(plan.hits.size(), 13u);
  EXPECT_EQ(MeetingsOf(13, BlocksOf(plan)).uneven, 0);
}

TEST(BalancedDesign, IsFarMoreEvenThanChance) {
  const std::uint64_t seed = testing::TestSeed();
  EXPECT_LT(MeetingsOf(82, DealBalanced(82, 10, 82, seed)).uneven,
            MeetingsOf(82, DealRandom(82, 10, 82, seed)).uneven / 3);
  EXPECT_EQ(MeetingsOf(500, DealBalanced(500, 10, 500, seed)).uneven, 0);
}

TEST(ExchangeForEvenMeetings, KeepsBlocksAndCountsAndNeverEndsLessEven) {
  Blocks blocks = DealRandom(30, 5, 40, testing::TestSeed());
  const std::vector<int> times = TimesOfItems(30, blocks);
  const std::int64_t before = MeetingsOf(30, blocks).uneven;
  ExchangeForEvenMeetings(30, testing::TestSeed(), &blocks);
  EXPECT_EQ(TimesOfItems(30, blocks), times);
  for (const std::vector<int>& block : blocks)
    EXPECT_EQ(std::set<int>(block.begin(), block.end()).size(), 5u);
  EXPECT_LT(MeetingsOf(30, blocks).uneven, before);
}

TEST(ConnectedDesign, HangsTogetherWithAsFewHitsAsCan) {
  for (const int items : {10, 28, 100}) {
    const int fewest = (items - 1 + 8) / 9;
    const Blocks blocks = DealConnected(items, 10, fewest, testing::TestSeed());
    EXPECT_EQ(NumComponents(items, blocks), 1);
    if (fewest > 1) {
      EXPECT_THROW(DealConnected(items, 10, fewest - 1, 1), InputError);
    }
  }
}

TEST(ConnectedDesign, HangsTogetherAtLeastAsWellAsDealtEvenly) {
  for (const int hits : {30, 40, 60}) {
    EXPECT_GE(SpectralGap(200, DealConnected(200, 10, hits, testing::TestSeed())) + 1e-3,
              SpectralGap(200, DealEvenly(200, 10, hits, testing::TestSeed())));
  }
}

TEST(KernelDesign, EveryHitCarriesItemsOver) {
  const HitPlan plan = DealHits(
      MakeItems(60), {.design = Design::kKernel, .items_per_hit = 8, .hits_per_item = 3, .carried = 3},
      testing::TestSeed());
  std::set<int> shown(plan.hits[0].items.begin(), plan.hits[0].items.end());
  for (std::size_t h = 1; h < plan.hits.size(); ++h) {
    EXPECT_GE(std::ranges::count_if(plan.hits[h].items, [&](int item) { return shown.contains(item); }), 3);
    shown.insert(plan.hits[h].items.begin(), plan.hits[h].items.end());
  }
}

TEST(ExhaustiveDesign, EveryPairMeets) {
  for (const int items : {6, 13, 31, 40, 120}) {
    const Blocks blocks = CoverPairs(items, 6);
    EXPECT_EQ(MeetingsOf(items, blocks).pairs_met, items * (items - 1) / 2);
    EXPECT_GE(std::ssize(blocks), FewestBlocksToCover(items, 6));
  }
  EXPECT_EQ(std::ssize(CoverPairs(31, 6)), FewestBlocksToCover(31, 6));  // a plane
}

TEST(DealHits, NamesAreZeroPadded) {
  const HitPlan plan = DealHits(MakeItems(82), {}, 1);
  EXPECT_EQ(plan.hits.front().name, "h01");
  EXPECT_EQ(plan.hits.back().name, "h82");
  EXPECT_EQ(plan.overlap, 7);
  EXPECT_EQ(plan.reward, 0.02);
  EXPECT_EQ(plan.items.size(), 82);
}

TEST(DealHits, OptionsOutOfRangeAreErrorsThatSayTheRule) {
  const auto error_of = [](const DesignOptions& options) -> std::string {
    try {
      DealHits(MakeItems(5), options, 1);
    } catch (const InputError& error) {
      return error.what();
    }
    return "no error";
  };
  EXPECT_THAT(error_of({.items_per_hit = 6}), HasSubstr("6 items a HIT, but only 5 items"));
  EXPECT_THAT(error_of({.items_per_hit = 1}), HasSubstr("a HIT needs 2 or more"));
  EXPECT_THAT(error_of({.items_per_hit = 5, .hits_per_item = 0.5}), HasSubstr("every item needs 1 or more"));
  EXPECT_THAT(error_of({.items_per_hit = 5, .overlap = 0}), HasSubstr("needs 1 worker or more"));
  EXPECT_THAT(error_of({.items_per_hit = 5, .reward = -1}), HasSubstr("must be 0 or more"));
  EXPECT_THAT(error_of({.items_per_hit = 5, .reward = std::numeric_limits<double>::quiet_NaN()}),
              HasSubstr("must be 0 or more"));
  EXPECT_THAT(error_of({.items_per_hit = 2, .hits_per_item = 1e10}), HasSubstr("too many"));
  EXPECT_THAT(error_of({.design = Design::kKernel, .items_per_hit = 3, .carried = 3}),
              HasSubstr("that must be 1 to 2"));
  EXPECT_THAT(error_of({.design = Design::kKernel, .items_per_hit = 3, .hits_per_item = 1, .carried = 2}),
              HasSubstr("do not show all 5 items"));
  EXPECT_THAT(error_of({.design = Design::kConnected, .items_per_hit = 2, .hits_per_item = 1}),
              HasSubstr("cannot connect 5 items"));
}

TEST(ParseDesign, NamesGoBothWays) {
  for (const std::string& name : DesignNames()) EXPECT_EQ(DesignName(ParseDesign(name)), name);
  EXPECT_THROW(ParseDesign("balance"), InputError);
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
