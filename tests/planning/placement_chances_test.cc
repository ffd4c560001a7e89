#include "planning/placement_chances.h"

#include <gmock/gmock.h>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

TEST(PlacementChances, AreTheSharesOfTheLabellings) {
  const Clustering clusters{.cluster_of_item = {0, 0, 0, 1, 1}, .num_clusters = 2};
  const Eigen::MatrixXd chance =
      PlacementChances(clusters, {{0, 0, 0, 1, 1}, {5, 5, 5, 2, 5}, {1, 1, 1, 0, 0}, {0, 0, 0, 1, 1}});
  ASSERT_EQ(chance.rows(), 2);
  ASSERT_EQ(chance.cols(), 5);
  EXPECT_NEAR(chance(0, 0), 1, 1e-3);
  EXPECT_NEAR(chance(1, 3), 1, 1e-3);
  EXPECT_NEAR(chance(1, 4), 0.75, 1e-3);
  EXPECT_NEAR(chance(0, 4), 0.25, 1e-3);
}

TEST(PlacementChances, AddUpToOneAndForgetTheNamesOfLabels) {
  Random random(testing::TestSeed());
  std::vector<int> label;
  for (int i = 0; i < 60; ++i) label.push_back(random.Below(5));
  const Clustering clusters = MakeClustering(label);
  std::vector<std::vector<int>> labellings, renamed;
  for (int s = 0; s < 7; ++s) {
    labellings.push_back(label);
    for (int moved = 0; moved < 10; ++moved)
      labellings.back()[static_cast<std::size_t>(random.Below(60))] = random.Below(6);
    renamed.push_back(labellings.back());
    for (int& of_item : renamed.back()) of_item = 9 - of_item;
  }
  const Eigen::MatrixXd chance = PlacementChances(clusters, labellings);
  EXPECT_LT((chance.colwise().sum().array() - 1).abs().maxCoeff(), 1e-12);
  EXPECT_GT(chance.minCoeff(), 0);
  EXPECT_EQ(chance, PlacementChances(clusters, renamed));
}

TEST(ChancesOfNewItem, AreTheSharesOfTheClusters) {
  const Clustering clusters{.cluster_of_item = {0, 0, 0, 0, 1}, .num_clusters = 2};
  const Eigen::VectorXd chance = ChancesOfNewItem(clusters);
  EXPECT_NEAR(chance[0], 4.5 / 6, 1e-12);
  EXPECT_NEAR(chance[1], 1.5 / 6, 1e-12);
}

}  // namespace
}  // namespace crowdclust
