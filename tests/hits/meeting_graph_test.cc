#include "hits/meeting_graph.h"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>

#include "base/random.h"
#include "hits/deal_random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// The eigenvalues of the walk's matrix, ascending.
Eigen::VectorXd Eigenvalues(int num_items, const Blocks& blocks) {
  Eigen::VectorXd degree = Eigen::VectorXd::Zero(num_items);
  Eigen::MatrixXd walk = Eigen::MatrixXd::Zero(num_items, num_items);
  for (const std::vector<int>& block : blocks) {
    for (const int a : block) {
      ++degree[a];
      for (const int b : block) walk(a, b) += 1.0 / static_cast<double>(block.size());
    }
  }
  const Eigen::VectorXd root = degree.cwiseSqrt().cwiseInverse();
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(root.asDiagonal() * walk * root.asDiagonal())
      .eigenvalues();
}

TEST(SpectralGap, EqualsThatOfTheMatrix) {
  for (std::uint64_t stream = 0; stream < 10; ++stream) {
    Random random(testing::TestSeed(), stream);
    const int items = 6 + random.Below(30);
    const Blocks blocks = DealRandom(items, 4, items, stream);
    const double second = Eigenvalues(items, blocks)[items - 2];
    EXPECT_NEAR(SpectralGap(items, blocks), 1 - second, 2e-3);
  }
}

TEST(SpectralGap, IsNothingWhereTheGraphFallsIntoParts) {
  EXPECT_EQ(SpectralGap(4, {{0, 1}, {2, 3}}), 0);
  EXPECT_NEAR(SpectralGap(4, {{0, 1, 2, 3}}), 1, 1e-9);
}

TEST(ComponentOfItems, ByFirstAppearance) {
  const Blocks blocks = {{5, 1}, {2, 0}, {1, 3}};
  EXPECT_EQ(ComponentOfItems(6, blocks), (std::vector<int>{0, 1, 0, 1, 2, 1}));
  EXPECT_EQ(NumComponents(6, blocks), 3);
  EXPECT_EQ(NumComponents(0, {}), 0);
}

}  // namespace
}  // namespace crowdclust
