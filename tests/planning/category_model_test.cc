#include "planning/category_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "tests/planning/numbered_items.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::NumberedItems;
using testing::TestSeed;

std::vector<int> Sizes(const LabelColumn& column) {
  std::vector<int> sizes(static_cast<std::size_t>(column.labels.size()));
  for (const int label : column.label_of_item) ++sizes[static_cast<std::size_t>(label)];
  return sizes;
}

TEST(DrawCategories, GivesEveryCategoryAnItem) {
  for (std::uint64_t s = 0; s < 20; ++s) {
    const KnownLabels known = DrawCategories(
        NumberedItems(12), {.fewest = 12, .most = 12, .evenness = 0.05, .second_labels = 1}, TestSeed() + s);
    ASSERT_EQ(known.columns.size(), 2U);
    EXPECT_EQ(known.columns[0].labels.size(), 12);
    EXPECT_EQ(known.columns[1].labels.size(), 1);
    EXPECT_EQ(known.items.names(), NumberedItems(12).names());
  }
}

TEST(DrawCategories, EveryNumberOfTheRangeComes) {
  std::set<int> counts;
  for (std::uint64_t s = 0; s < 100; ++s) {
    counts.insert(
        DrawCategories(NumberedItems(40), {.fewest = 3, .most = 5}, TestSeed() + s).columns[0].labels.size());
  }
  EXPECT_EQ(counts, (std::set{3, 4, 5}));
}

// Shares of a Dirichlet distribution vary by sqrt((K - 1) / (K a + 1)) of their mean.
TEST(DrawCategories, SizesAreAsEvenAsAsked) {
  for (const double evenness : {1.0, 10.0, 1e6}) {
    double squares = 0;
    constexpr int kTrials = 60, kItems = 4000, kCount = 5;
    for (std::uint64_t s = 0; s < kTrials; ++s) {
      const KnownLabels known = DrawCategories(
          NumberedItems(kItems), {.fewest = kCount, .most = kCount, .evenness = evenness}, TestSeed() + s);
      for (const int size : Sizes(known.columns[0]))
        squares += std::pow(size * kCount / double{kItems} - 1, 2);
    }
    const double expected = std::sqrt((kCount - 1) / (kCount * evenness + 1) + (kCount - 1.0) / kItems);
    EXPECT_NEAR(std::sqrt(squares / kTrials / kCount), expected, 0.3 * expected) << evenness;
  }
}

TEST(DrawCategories, SecondLabelsCrossTheCategories) {
  const KnownLabels known =
      DrawCategories(NumberedItems(4000), {.fewest = 2, .most = 2, .second_labels = 2}, TestSeed());
  std::map<std::pair<int, int>, double> count;
  for (std::size_t i = 0; i < 4000; ++i)
    ++count[{known.columns[0].label_of_item[i], known.columns[1].label_of_item[i]}];
  ASSERT_EQ(count.size(), 4U);
  const double odds = count[{0, 0}] * count[{1, 1}] / (count[{0, 1}] * count[{1, 0}]);
  EXPECT_NEAR(std::log(odds), 0, 0.5);
}

TEST(DrawCategories, EqualSeedEqualLabels) {
  const auto drawn = [](std::uint64_t seed) {
    return DrawCategories(NumberedItems(50), {}, seed).columns[0].label_of_item;
  };
  EXPECT_EQ(drawn(TestSeed()), drawn(TestSeed()));
  EXPECT_NE(drawn(TestSeed()), drawn(TestSeed() + 1));
}

}  // namespace
}  // namespace crowdclust
