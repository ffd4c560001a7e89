#include "planning/choose_hits.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// Items of clusters in turn, all sure.
Eigen::MatrixXd Sure(int items, int clusters) {
  Eigen::MatrixXd chance = Eigen::MatrixXd::Zero(clusters, items);
  for (int i = 0; i < items; ++i) chance(i % clusters, i) = 1;
  return chance;
}

int Times(const Blocks& blocks, int item) {
  int times = 0;
  for (const auto& block : blocks) times += static_cast<int>(std::ranges::count(block, item));
  return times;
}

TEST(ChooseHits, BlocksHoldDifferentItems) {
  for (const int items : {12, 90, 900}) {
    Eigen::MatrixXd chance = Sure(items, 4);
    Random random(testing::TestSeed());
    for (int i = 0; i < items; i += 2) {
      for (int c = 0; c < 4; ++c) chance(c, i) = 0.01 + random.Uniform();
      chance.col(i) /= chance.col(i).sum();
    }
    const ChooseHitsOptions options{.num_hits = 6, .items_per_hit = 9, .seed = testing::TestSeed()};
    const Blocks blocks = ChooseHits(chance, options);
    ASSERT_EQ(blocks.size(), 6U);
    for (const auto& block : blocks) {
      EXPECT_EQ(std::set<int>(block.begin(), block.end()).size(), 9U);
      EXPECT_GE(*std::ranges::min_element(block), 0);
      EXPECT_LT(*std::ranges::max_element(block), items);
    }
    EXPECT_EQ(blocks, ChooseHits(chance, options));
  }
}

TEST(ChooseHits, AnUnsureItemStandsBesideSureOnesOfTheClustersItMayBeOf) {
  Eigen::MatrixXd chance = Sure(60, 6);
  chance.col(7) << 0, 0, 0.5, 0.5, 0, 0;
  const Blocks blocks = ChooseHits(chance, {.num_hits = 1, .items_per_hit = 4, .seed = testing::TestSeed()});
  const std::vector<int>& block = blocks[0];
  EXPECT_THAT(block, ::testing::Contains(7));
  std::set<int> clusters;
  for (const int item : block) {
    if (item != 7) clusters.insert(item % 6);
  }
  EXPECT_TRUE(clusters.contains(2) || clusters.contains(3)) << "or nothing is learnt";
}

TEST(ChooseHits, UnsureItemsAreShownMoreOften) {
  Eigen::MatrixXd chance = Sure(100, 5);
  for (int i = 0; i < 10; ++i) chance.col(i).setConstant(0.2);
  const Blocks blocks = ChooseHits(chance, {.num_hits = 5, .items_per_hit = 8, .seed = testing::TestSeed()});
  int unsure = 0;
  for (int i = 0; i < 10; ++i) {
    unsure += Times(blocks, i);
    EXPECT_GE(Times(blocks, i), 1) << i;
  }
  EXPECT_GE(unsure, 15) << "of 40 places, where 4 would be by chance";
}

TEST(ChooseHits, WhereNothingIsToBeLearntAllAreShownEquallyOften) {
  const Blocks blocks =
      ChooseHits(Sure(40, 4), {.num_hits = 8, .items_per_hit = 5, .seed = testing::TestSeed()});
  for (int i = 0; i < 40; ++i) EXPECT_EQ(Times(blocks, i), 1) << i;
}

}  // namespace
}  // namespace crowdclust
