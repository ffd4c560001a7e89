#include "hits/meetings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/random.h"
#include "hits/deal_random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// All pairs by name; the least sum of squares by dealing meetings out one at a time.
Meetings NaiveMeetings(int num_items, const Blocks& blocks) {
  Meetings naive;
  std::map<std::pair<int, int>, int> met;
  for (const std::vector<int>& block : blocks) {
    for (const int a : block) {
      for (const int b : block) {
        if (a < b) ++met[{a, b}];
      }
    }
  }
  std::vector<std::int64_t> even(static_cast<std::size_t>(num_items * (num_items - 1) / 2));
  std::int64_t squares = 0, least = 0;
  for (const auto& [pair, times] : met) {
    squares += times * times;
    naive.most_of_pair = std::max(naive.most_of_pair, times);
    for (int t = 0; t < times; ++t) ++even[static_cast<std::size_t>(naive.meetings++) % even.size()];
  }
  for (const std::int64_t times : even) least += times * times;
  naive.pairs_met = std::ssize(met);
  naive.uneven = (squares - least) / 2;
  return naive;
}

TEST(MeetingsOf, EqualACountByPairs) {
  for (std::uint64_t stream = 0; stream < 30; ++stream) {
    Random random(testing::TestSeed(), stream);
    const int items = 2 + random.Below(20), per_block = 2 + random.Below(items - 1);
    const int fewest = (items + per_block - 1) / per_block;
    const Blocks blocks = DealRandom(items, per_block, fewest + random.Below(12), stream);
    const Meetings found = MeetingsOf(items, blocks), naive = NaiveMeetings(items, blocks);
    EXPECT_EQ(found.meetings, naive.meetings);
    EXPECT_EQ(found.pairs_met, naive.pairs_met);
    EXPECT_EQ(found.most_of_pair, naive.most_of_pair);
    EXPECT_EQ(found.uneven, naive.uneven);
  }
}

TEST(MeetingsOf, NothingMeets) {
  EXPECT_EQ(MeetingsOf(0, {}).uneven, 0);
  EXPECT_EQ(MeetingsOf(1, {{0}}).pairs_met, 0);
}

}  // namespace
}  // namespace crowdclust
