#include "intruders/distinct_hits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

TEST(BinomialTimes, ByHand) {
  EXPECT_EQ(BinomialTimes(18, 7, 64), 31824 * 64);
  EXPECT_EQ(BinomialTimes(7, 7, 75), 75);
  EXPECT_EQ(BinomialTimes(6, 7, 75), 0);
  EXPECT_EQ(BinomialTimes(5, 0, 3), 3);
  EXPECT_EQ(BinomialTimes(500, 7, 0), 0);
}

TEST(BinomialTimes, AgreesWithPascalsTriangle) {
  std::vector<std::vector<std::int64_t>> pascal(61, std::vector<std::int64_t>(61));
  for (std::size_t n = 0; n <= 60; ++n) {
    pascal[n][0] = 1;
    for (std::size_t k = 1; k <= n; ++k) pascal[n][k] = pascal[n - 1][k - 1] + (k < n ? pascal[n - 1][k] : 0);
    for (std::size_t k = 0; k <= n; ++k) {
      EXPECT_EQ(BinomialTimes(static_cast<std::int64_t>(n), static_cast<std::int64_t>(k), 1), pascal[n][k]);
    }
  }
}

TEST(BinomialTimes, StopsAtTheLargestNumber) {
  EXPECT_EQ(BinomialTimes(66, 33, 1), 7219428434016265740);  // the largest middle one that fits
  EXPECT_EQ(BinomialTimes(66, 33, 2), kMost);
  EXPECT_EQ(BinomialTimes(68, 34, 1), kMost);
  EXPECT_EQ(BinomialTimes(1000000, 500000, 3), kMost);
  EXPECT_EQ(BinomialTimes(1000000, 999999, 3), 3000000);
}

const std::vector<std::vector<int>> kClusters = {{0, 2, 5, 7, 9}, {1}, {3, 4, 6, 8}};

TEST(DrawDistinct, MakesAllWhereAllAreAsked) {
  const HitSource source{
      .items_of_cluster = kClusters, .main_cluster = 0, .intruder_clusters = {1, 2}, .num_main = 3};
  ASSERT_EQ(CountDistinct(source), 10 * 5);
  for (const std::int64_t count : {0, 1, 7, 20, 49, 50}) {
    Random random(testing::TestSeed());
    const std::vector<HitContent> drawn = DrawDistinct(source, count, &random);
    EXPECT_EQ(static_cast<std::int64_t>(std::set(drawn.begin(), drawn.end()).size()), count);
    for (const HitContent& content : drawn) {
      EXPECT_TRUE(std::ranges::is_sorted(content.main_items));
      EXPECT_TRUE(std::ranges::includes(kClusters[0], content.main_items));
      EXPECT_EQ(content.main_items.size(), 3U);
      EXPECT_FALSE(std::ranges::binary_search(kClusters[0], content.intruder));
    }
  }
}

// The first HIT drawn: clusters 1 and 2 each half of the time, each three main items a tenth. One by one (11
// of 50) and from the list (13) alike.
TEST(DrawDistinct, FollowsOneLawOnBothWays) {
  const HitSource source{
      .items_of_cluster = kClusters, .main_cluster = 0, .intruder_clusters = {1, 2}, .num_main = 3};
  constexpr int kDraws = 4000;
  std::vector<double> share_of_alone;
  for (const std::int64_t count : {11, 13}) {
    std::map<int, int> times;
    std::map<std::vector<int>, int> subsets;
    int alone_among_all = 0;
    for (int draw = 0; draw < kDraws; ++draw) {
      Random random(testing::TestSeed(), static_cast<std::uint64_t>(draw));
      const std::vector<HitContent> drawn = DrawDistinct(source, count, &random);
      ++times[drawn[0].intruder];
      ++subsets[drawn[0].main_items];
      for (std::size_t i = 0; i < 11; ++i) alone_among_all += drawn[i].intruder == 1;
    }
    const auto close = [](int seen, double chance) {
      return std::abs(seen - kDraws * chance) < 5 * std::sqrt(kDraws * chance * (1 - chance));
    };
    EXPECT_TRUE(close(times[1], 0.5)) << times[1];
    for (const int intruder : kClusters[2]) EXPECT_TRUE(close(times[intruder], 0.125)) << times[intruder];
    EXPECT_EQ(subsets.size(), 10U);
    for (const auto& [subset, seen] : subsets) EXPECT_TRUE(close(seen, 0.1)) << seen;
    // Only ten HITs have intruder 1, so it becomes rarer as they are used up.
    share_of_alone.push_back(alone_among_all / (11.0 * kDraws));
  }
  EXPECT_NEAR(share_of_alone[0], share_of_alone[1], 0.02);
}

}  // namespace
}  // namespace crowdclust
