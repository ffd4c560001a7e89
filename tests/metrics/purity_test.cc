#include "metrics/purity.h"

#include <gtest/gtest.h>

namespace crowdclust {
namespace {

double PurityOf(const std::vector<int>& found, const std::vector<int>& truth) {
  return Purity(CountContingency(found, truth));
}

TEST(Purity, HandWorked) {
  // Largest true label by cluster: 2 of 3, 1 of 2, 1 of 1.
  EXPECT_DOUBLE_EQ(PurityOf({0, 0, 0, 1, 1, 2}, {0, 0, 1, 1, 2, 2}), 4.0 / 6);
}

TEST(Purity, OfOneClusterAndOfSingleItems) {
  EXPECT_DOUBLE_EQ(PurityOf({0, 0, 0, 0}, {0, 1, 1, 1}), 0.75) << "the share of the most frequent label";
  EXPECT_EQ(PurityOf({0, 1, 2, 3}, {0, 1, 1, 1}), 1);
}

TEST(Purity, OfNoItemsOneItemAndEmptyLabels) {
  EXPECT_EQ(PurityOf({}, {}), 1);
  EXPECT_EQ(PurityOf({0}, {0}), 1);
  EXPECT_EQ(PurityOf({2, 2}, {1, 1}), 1);
}

}  // namespace
}  // namespace crowdclust
