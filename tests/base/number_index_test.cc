#include "base/number_index.h"

#include <gtest/gtest.h>

#include <unordered_map>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

TEST(NumberIndex, IndicesAreInOrderOfFirstAppearance) {
  NumberIndex numbers;
  EXPECT_EQ(numbers.Add(7), 0);
  EXPECT_EQ(numbers.Add(0), 1);
  EXPECT_EQ(numbers.Add(7), 0);
  EXPECT_EQ(numbers.Add(UINT64_MAX), 2);
  EXPECT_EQ(numbers.size(), 3);
}

TEST(NumberIndex, ManyNumbersAreKeptApart) {
  Random random(testing::TestSeed());
  NumberIndex numbers;
  std::unordered_map<std::uint64_t, int> known;
  for (int draw = 0; draw < 200'000; ++draw) {
    // Two small halves, as of a HIT and a worker: they differ in few bits.
    const std::uint64_t number =
        static_cast<std::uint64_t>(random.Below(500)) << 32 | static_cast<std::uint64_t>(random.Below(500));
    const int index = known.emplace(number, static_cast<int>(known.size())).first->second;
    ASSERT_EQ(numbers.Add(number), index);
  }
  EXPECT_EQ(numbers.size(), static_cast<int>(known.size()));
}

}  // namespace
}  // namespace crowdclust
