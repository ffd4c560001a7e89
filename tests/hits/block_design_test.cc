#include "hits/block_design.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "hits/meetings.h"

namespace crowdclust {
namespace {

struct Counts {
  int items, per_block, blocks_per_item;
};

class BlockDesignTest : public ::testing::TestWithParam<Counts> {};

TEST_P(BlockDesignTest, EveryPairMeetsEquallyOften) {
  const auto [items, per_block, blocks_per_item] = GetParam();
  const auto blocks = FindBlockDesign(items, per_block, blocks_per_item);
  ASSERT_TRUE(blocks);
  EXPECT_EQ(static_cast<int>(blocks->size()) * per_block, items * blocks_per_item);
  std::vector<int> times(static_cast<std::size_t>(items));
  for (const std::vector<int>& block : *blocks) {
    EXPECT_EQ(std::set<int>(block.begin(), block.end()).size(), static_cast<std::size_t>(per_block));
    for (const int item : block) ++times[static_cast<std::size_t>(item)];
  }
  EXPECT_EQ(std::ranges::count(times, blocks_per_item), items);
  EXPECT_EQ(MeetingsOf(items, *blocks).uneven, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Known, BlockDesignTest,
    ::testing::Values(Counts{13, 4, 4}, Counts{7, 3, 3}, Counts{21, 5, 5}, Counts{31, 6, 6}, Counts{57, 8, 8},
                      Counts{73, 9, 9}, Counts{91, 10, 10},  // projective planes
                      Counts{9, 3, 4}, Counts{16, 4, 5}, Counts{25, 5, 6}, Counts{49, 7, 8},  // affine planes
                      Counts{64, 8, 9}, Counts{81, 9, 10}, Counts{15, 3, 7}, Counts{27, 3, 13},
                      Counts{63, 3, 31}, Counts{97, 3, 48}, Counts{99, 3, 49}, Counts{28, 4, 9},
                      Counts{97, 4, 32}, Counts{41, 5, 10}, Counts{65, 5, 16}, Counts{15, 7, 7},
                      Counts{11, 5, 5},  // every pair more often
                      Counts{13, 4, 8}, Counts{6, 6, 3}, Counts{5, 2, 4}, Counts{2, 2, 1}));

// Of an affine plane some classes: two items meet once or never.
TEST(FindBlockDesign, ParallelClasses) {
  const auto blocks = FindBlockDesign(49, 7, 3);
  ASSERT_TRUE(blocks);
  EXPECT_EQ(blocks->size(), 21u);
  EXPECT_EQ(MeetingsOf(49, *blocks).most_of_pair, 1);
  EXPECT_EQ(FindBlockDesign(25, 5, 8)->size(), 40u);
  EXPECT_EQ(MeetingsOf(25, *FindBlockDesign(25, 5, 8)).uneven, 0);
}

TEST(FindBlockDesign, NoneWhereCountsDoNotAllowOne) {
  EXPECT_FALSE(FindBlockDesign(82, 10, 10));
  EXPECT_FALSE(FindBlockDesign(43, 7, 7));    // a plane of order 6
  EXPECT_FALSE(FindBlockDesign(101, 5, 25));  // above 100 items
  EXPECT_FALSE(FindBlockDesign(5, 6, 1));
}

}  // namespace
}  // namespace crowdclust
