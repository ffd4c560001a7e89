#include "metrics/rand_index.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

double AdjustedRandOf(const std::vector<int>& found, const std::vector<int>& truth) {
  return AdjustedRand(CountContingency(found, truth));
}

// From the four kinds of pairs, in Hubert and Arabie's other form: 2 (ad - bc) / ((a+b)(b+d) + (a+c)(c+d)).
double NaiveAdjustedRand(const std::vector<int>& found, const std::vector<int>& truth) {
  double together = 0, only_found = 0, only_truth = 0, apart = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (std::size_t j = i + 1; j < found.size(); ++j) {
      const bool in_found = found[i] == found[j];
      const bool in_truth = truth[i] == truth[j];
      (in_found ? (in_truth ? together : only_found) : (in_truth ? only_truth : apart)) += 1;
    }
  }
  if (only_found + only_truth == 0) return 1;
  return 2 * (together * apart - only_found * only_truth) /
         ((together + only_found) * (only_found + apart) + (together + only_truth) * (only_truth + apart));
}

TEST(AdjustedRand, HandWorked) {
  // Pairs: 1 in both, 2 found, 2 true, 15 in all: (1 - 4/15) / (2 - 4/15) = 11/26 with sizes 2, 2, 1, 1.
  EXPECT_NEAR(AdjustedRandOf({0, 0, 1, 1, 2, 3}, {0, 0, 1, 2, 2, 3}), 11.0 / 26, 1e-15);
  // Two by two, crossed: 0 in both, (0 - 4/6) / (2 - 4/6) = -1/2.
  EXPECT_NEAR(AdjustedRandOf({0, 0, 1, 1}, {0, 1, 0, 1}), -0.5, 1e-15);
}

TEST(AdjustedRand, OfPartitionsThatNothingTellsApart) {
  EXPECT_EQ(AdjustedRandOf({}, {}), 1);
  EXPECT_EQ(AdjustedRandOf({0}, {3}), 1);
  EXPECT_EQ(AdjustedRandOf({0, 0, 0}, {1, 1, 1}), 1);
  EXPECT_EQ(AdjustedRandOf({0, 1, 2}, {2, 0, 1}), 1);
  EXPECT_EQ(AdjustedRandOf({0, 0, 0}, {0, 1, 2}), 0);
  EXPECT_EQ(AdjustedRandOf({0, 0, 0, 0}, {0, 0, 1, 1}), 0) << "one cluster says nothing";
  EXPECT_EQ(AdjustedRandOf({0, 0}, {0, 1}), 0);
}

TEST(AdjustedRand, IsTheLoopOverAllPairs) {
  Random random(testing::TestSeed());
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<int> found(static_cast<std::size_t>(random.Below(40)));
    std::vector<int> truth(found.size());
    const int num_found = 1 + random.Below(8);
    const int num_true = 1 + random.Below(8);
    for (int& label : found) label = random.Below(num_found);
    for (int& label : truth) label = random.Below(num_true);
    EXPECT_NEAR(AdjustedRandOf(found, truth), NaiveAdjustedRand(found, truth), 1e-12);
  }
}

}  // namespace
}  // namespace crowdclust
