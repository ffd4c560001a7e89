#include "metrics/contingency.h"

#include <gmock/gmock.h>

namespace crowdclust {
namespace {

using ::testing::ElementsAre;

TEST(Contingency, CountsEachPairOfLabelsWithItsTotals) {
  const Contingency table = CountContingency(std::vector{0, 0, 1, 1, 1}, std::vector{2, 0, 2, 2, 0});
  EXPECT_EQ(table.num_items, 5);
  EXPECT_EQ(table.num_rows, 2);
  EXPECT_EQ(table.num_columns, 3);
  EXPECT_THAT(table.count, ElementsAre(1, 0, 1, 1, 0, 2));
  EXPECT_THAT(table.row_total, ElementsAre(2, 3));
  EXPECT_THAT(table.column_total, ElementsAre(2, 0, 3));
  EXPECT_EQ(table.Count(1, 2), 2);
  EXPECT_THAT(table.Row(0), ElementsAre(1, 0, 1));
  EXPECT_EQ(NumUsed(table.row_total), 2);
  EXPECT_EQ(NumUsed(table.column_total), 2) << "no item has label 1";
}

TEST(Contingency, OfNoItemsIsEmpty) {
  const Contingency table = CountContingency({}, {});
  EXPECT_EQ(table.num_items, 0);
  EXPECT_EQ(table.num_rows, 0);
  EXPECT_EQ(table.num_columns, 0);
  EXPECT_THAT(table.count, ElementsAre());
}

TEST(Contingency, PairsOfManyItemsAreExact) {
  EXPECT_EQ(PairsAmong(0), 0);
  EXPECT_EQ(PairsAmong(1), 0);
  EXPECT_EQ(PairsAmong(82), 3321);
  EXPECT_EQ(PairsAmong(3'000'000'000), 4'499'999'998'500'000'000);
  EXPECT_EQ(PairsWithin(std::vector<std::int64_t>{4, 0, 1, 3}), 6 + 3);
}

}  // namespace
}  // namespace crowdclust
