#include "clustering/assignment_table.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "metrics/contingency.h"
#include "tests/clustering/naive_matrix_agreement.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

TEST(CountAssignmentTable, IsTheContingencyAndTheMatrices) {
  Random random(testing::TestSeed(), 1);
  std::vector<std::uint64_t> scratch;
  for (int items = 2; items <= 40; ++items) {
    std::vector<int> cluster, group;
    for (int i = 0; i < items; ++i) {
      cluster.push_back(random.Below(6));
      group.push_back(random.Below(5));
    }
    const Contingency naive = CountContingency(cluster, group);
    const AssignmentTable table = CountAssignmentTable(cluster, group, &scratch);
    EXPECT_EQ(table.clusters, NumUsed(naive.row_total));
    EXPECT_EQ(table.groups, NumUsed(naive.column_total));
    EXPECT_EQ(table.in_both, 2.0 * static_cast<double>(PairsWithin(naive.count)));
    EXPECT_EQ(table.by_cluster.total, 2.0 * static_cast<double>(PairsWithin(naive.row_total)));
    const MatrixAgreement by_matrix = testing::AgreeWithMatrix(testing::MatrixOfGroups(cluster), group),
                          found = AgreeByMoments(items, table.in_both, table.by_cluster, table.by_group);
    EXPECT_NEAR(found.sum, by_matrix.sum, 1e-9);
    EXPECT_NEAR(found.mean, by_matrix.mean, 1e-9);
    EXPECT_NEAR(found.variance, by_matrix.variance, 1e-9 * (1 + by_matrix.variance));
  }
}

}  // namespace
}  // namespace crowdclust
