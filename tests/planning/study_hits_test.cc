#include "planning/study_hits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "tests/planning/numbered_items.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::NumberedItems;
using ::testing::SizeIs;
using testing::TestSeed;

TEST(FillBlocks, RenamesTheItemsOfAllBlocksAlike) {
  const Blocks blocks = {{0, 1, 2}, {2, 3, 4}, {4, 5, 0}};
  const HitPlan plan = FillBlocks(blocks, NumberedItems(6), TestSeed());
  ASSERT_THAT(plan.hits, SizeIs(3));
  std::map<int, int> name;
  std::map<int, int> back;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    ASSERT_THAT(plan.hits[b].items, SizeIs(3));
    for (std::size_t i = 0; i < 3; ++i) {
      const int from = blocks[b][i], to = plan.hits[b].items[i];
      EXPECT_EQ(name.emplace(from, to).first->second, to);
      EXPECT_EQ(back.emplace(to, from).first->second, from);
    }
  }
  EXPECT_EQ(plan.items.size(), 6);
}

TEST(FillBlocks, EveryItemComesToEveryPlace) {
  std::map<int, int> count;
  for (std::uint64_t s = 0; s < 200; ++s)
    ++count[FillBlocks({{0, 1}}, NumberedItems(4), TestSeed() + s).hits[0].items[0]];
  EXPECT_THAT(count, SizeIs(4));
  for (const auto& [item, times] : count) EXPECT_NEAR(times, 50, 35);
}

}  // namespace
}  // namespace crowdclust
