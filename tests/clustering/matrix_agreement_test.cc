#include "clustering/matrix_agreement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/random.h"
#include "tests/clustering/naive_matrix_agreement.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

double SumWithin(const Eigen::MatrixXd& similarity, const std::vector<int>& group,
                 const std::vector<int>& order) {
  double sum = 0;
  for (std::size_t a = 0; a < group.size(); ++a) {
    for (std::size_t b = a + 1; b < group.size(); ++b) {
      if (group[a] == group[b]) sum += similarity(order[a], order[b]);
    }
  }
  return sum;
}

// Mean and variance over every one of the n! shuffles.
TEST(AgreeByMoments, MomentsAreThoseOfAllShuffles) {
  for (int n = 2; n <= 7; ++n) {
    Random random(testing::TestSeed(), static_cast<std::uint64_t>(n));
    Eigen::MatrixXd similarity = Eigen::MatrixXd::NullaryExpr(n, n, [&random] { return random.Uniform(); });
    similarity = (similarity + similarity.transpose()).eval();
    std::vector<int> group, order(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) group.push_back(random.Below(3));
    std::iota(order.begin(), order.end(), 0);
    const MatrixAgreement found = testing::AgreeWithMatrix(similarity, group);
    EXPECT_NEAR(found.sum, SumWithin(similarity, group, order), 1e-12);
    double sum = 0, squares = 0, shuffles = 0;
    do {
      const double within = SumWithin(similarity, group, order);
      sum += within;
      squares += within * within;
      ++shuffles;
    } while (std::ranges::next_permutation(order).found);
    EXPECT_NEAR(found.mean, sum / shuffles, 1e-10) << n;
    EXPECT_NEAR(found.variance, squares / shuffles - sum / shuffles * (sum / shuffles), 1e-9) << n;
  }
}

TEST(AddGroup, AddsToTheMomentsOfThePartition) {
  PairMoments moments;
  for (const double items : {3, 1, 2}) AddGroup(items, &moments);
  const PairMoments naive =
      testing::MomentsOfMatrix(testing::MatrixOfGroups(std::vector<int>{0, 1, 2, 0, 2, 0}));
  EXPECT_EQ(moments.total, naive.total);
  EXPECT_EQ(moments.squares, naive.squares);
  EXPECT_EQ(moments.rows, naive.rows);
}

}  // namespace
}  // namespace crowdclust
