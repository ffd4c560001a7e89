#include "base/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

constexpr int kDraws = 40000;

struct Moments {
  double mean = 0;
  double variance = 0;
};

template <typename Draw>
Moments MomentsOf(const Draw& draw) {
  std::vector<double> values(kDraws);
  for (double& value : values) value = draw();
  Moments moments;
  for (const double value : values) moments.mean += value / kDraws;
  for (const double value : values)
    moments.variance += (value - moments.mean) * (value - moments.mean) / kDraws;
  return moments;
}

// Within six standard errors of the mean, and ten per cent of the variance.
void ExpectMoments(const Moments& moments, double mean, double variance) {
  EXPECT_NEAR(moments.mean, mean, 6 * std::sqrt(variance / kDraws));
  EXPECT_NEAR(moments.variance, variance, 0.1 * variance);
}

TEST(Random, StreamsOfASeedDifferAndRepeat) {
  std::set<std::uint64_t> seen;
  for (std::uint64_t stream = 0; stream < 100; ++stream) {
    Random one(testing::TestSeed(), stream), again(testing::TestSeed(), stream);
    for (int i = 0; i < 10; ++i) {
      const std::uint64_t bits = one.Next();
      EXPECT_EQ(bits, again.Next());
      EXPECT_TRUE(seen.insert(bits).second);
    }
  }
}

// Random123's own known answer for philox4x32-10 at counter and key 0.
TEST(Random, IsPhilox) {
  Random random(0, 0);
  EXPECT_EQ(random.Next(), 0xe169c58d6627e8d5u);
  EXPECT_EQ(random.Next(), 0x9b00dbd8bc57ac4cu);
}

TEST(Random, DistributionsHaveTheirMoments) {
  Random random(testing::TestSeed(), 1);
  ExpectMoments(MomentsOf([&] { return random.Uniform(); }), 0.5, 1.0 / 12);
  ExpectMoments(MomentsOf([&] { return random.Normal(); }), 0, 1);
  ExpectMoments(MomentsOf([&] { return random.Gamma(0.3); }), 0.3, 0.3);
  ExpectMoments(MomentsOf([&] { return random.Gamma(4.5); }), 4.5, 4.5);
  ExpectMoments(MomentsOf([&] { return random.Beta(2, 3); }), 0.4, 0.04);
  ExpectMoments(MomentsOf([&] { return random.Chance(0.2) ? 1.0 : 0.0; }), 0.2, 0.16);
  ExpectMoments(MomentsOf([&] { return random.Below(6); }), 2.5, 35.0 / 12);
  const std::vector<double> weight = {1, 0, 3};
  ExpectMoments(MomentsOf([&] { return random.Discrete(weight); }), 1.5, 0.75);
}

TEST(Random, BelowAndDiscreteStayInRange) {
  Random random(testing::TestSeed(), 2);
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(random.Below(1), 0);
    EXPECT_EQ(random.Discrete({0, 2, 0}), 1);
    const double u = random.Uniform();
    EXPECT_TRUE(u >= 0 && u < 1);
  }
}

TEST(Random, AnOrderIsTheShuffleOfAll) {
  std::vector<int> values = {0, 1, 2, 3, 4, 5, 6};
  Random(testing::TestSeed(), 4).Shuffle(&values);
  EXPECT_EQ(Random(testing::TestSeed(), 4).Order(7), values);
  EXPECT_TRUE(Random(testing::TestSeed()).Order(0).empty());
}

TEST(Random, ShufflesAreEvenPermutations) {
  Random random(testing::TestSeed(), 3);
  std::vector<int> at_front(5);
  for (int i = 0; i < kDraws; ++i) {
    std::vector<int> values = {0, 1, 2, 3, 4};
    random.Shuffle(&values);
    ++at_front[static_cast<std::size_t>(values[0])];
    std::ranges::sort(values);
    ASSERT_EQ(values, (std::vector<int>{0, 1, 2, 3, 4}));
  }
  for (const int count : at_front) EXPECT_NEAR(count, kDraws / 5.0, 6 * std::sqrt(kDraws * 0.16));
}

}  // namespace
}  // namespace crowdclust
