#include "clustering/tree/linkage.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// Points in the plane, so that Ward's increase has a meaning of its own.
Eigen::MatrixXd RandomPoints(int count, Random* random) {
  return Eigen::MatrixXd::NullaryExpr(2, count, [random] { return random->Normal(); });
}

Eigen::MatrixXd Distances(const Eigen::MatrixXd& points) {
  Eigen::MatrixXd distance(points.cols(), points.cols());
  for (Eigen::Index b = 0; b < points.cols(); ++b)
    distance.col(b) = (points.colwise() - points.col(b)).colwise().norm().transpose();
  return distance;
}

// The definition: mean distance of the pairs, or sqrt(2 n m / (n + m)) times the distance of the centres.
double Apart(const Eigen::MatrixXd& points, LinkageRule rule, const std::vector<int>& x,
             const std::vector<int>& y) {
  if (rule == LinkageRule::kWard) {
    const Eigen::VectorXd a = points(Eigen::all, x).rowwise().mean(),
                          b = points(Eigen::all, y).rowwise().mean();
    const auto n = static_cast<double>(x.size()), m = static_cast<double>(y.size());
    return std::sqrt(2 * n * m / (n + m)) * (a - b).norm();
  }
  double sum = 0;
  for (const int i : x) {
    for (const int k : y) sum += (points.col(i) - points.col(k)).norm();
  }
  return sum / static_cast<double>(x.size() * y.size());
}

// Heights of the greedy merges by the definition.
std::vector<double> NaiveHeights(const Eigen::MatrixXd& points, LinkageRule rule) {
  std::vector<std::vector<int>> clusters;
  for (int i = 0; i < points.cols(); ++i) clusters.push_back({i});
  std::vector<double> heights;
  while (clusters.size() > 1) {
    std::size_t a = 0, b = 1;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < clusters.size(); ++i) {
      for (std::size_t k = i + 1; k < clusters.size(); ++k) {
        const double apart = Apart(points, rule, clusters[i], clusters[k]);
        if (apart < least) {
          least = apart;
          a = i;
          b = k;
        }
      }
    }
    clusters[a].insert(clusters[a].end(), clusters[b].begin(), clusters[b].end());
    clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(b));
    heights.push_back(least);
  }
  return heights;
}

class LinkageTest : public ::testing::TestWithParam<LinkageRule> {};

TEST_P(LinkageTest, EqualsTheGreedyMergesByDefinition) {
  for (std::uint64_t trial = 0; trial < 10; ++trial) {
    Random random(testing::TestSeed(), trial);
    const Eigen::MatrixXd points = RandomPoints(2 + random.Below(18), &random);
    const ClusterTree tree = LinkClusters(Distances(points), GetParam());
    const std::vector<double> heights = NaiveHeights(points, GetParam());
    ASSERT_EQ(tree.merges.size(), heights.size());
    for (std::size_t m = 0; m < heights.size(); ++m) EXPECT_NEAR(tree.merges[m].height, heights[m], 1e-9);
  }
}

TEST_P(LinkageTest, AWeightStandsForEqualItems) {
  Random random(testing::TestSeed(), 20);
  const Eigen::MatrixXd points = RandomPoints(6, &random);
  const std::vector<int> copies = {0, 0, 0, 1, 2, 2, 3, 4, 5};
  const ClusterTree all = LinkClusters(Distances(points(Eigen::all, copies)), GetParam());
  Eigen::VectorXd weight(6);
  weight << 3, 1, 2, 1, 1, 1;
  const ClusterTree weighed = LinkClusters(Distances(points), GetParam(), weight);
  for (std::size_t m = 0; m < weighed.merges.size(); ++m)  // the copies merge first, at height 0
    EXPECT_NEAR(weighed.merges[m].height, all.merges[m + 3].height, 1e-9);
}

TEST_P(LinkageTest, ChildrenComeBeforeAndBelowTheirParents) {
  Random random(testing::TestSeed(), 21);
  const ClusterTree tree = LinkClusters(Distances(RandomPoints(40, &random)), GetParam());
  for (std::size_t m = 0; m < tree.merges.size(); ++m) {
    for (const int child : {tree.merges[m].first, tree.merges[m].second}) {
      EXPECT_LT(child, 40 + static_cast<int>(m));
      if (child >= 40) {
        EXPECT_LE(tree.merges[static_cast<std::size_t>(child - 40)].height, tree.merges[m].height);
      }
    }
  }
}

TEST_P(LinkageTest, OneLeafHasNoMerges) {
  const ClusterTree tree = LinkClusters(Eigen::MatrixXd::Zero(1, 1), GetParam());
  EXPECT_EQ(tree.num_leaves, 1);
  EXPECT_TRUE(tree.merges.empty());
  EXPECT_EQ(CutTree(tree, 1), std::vector<int>{0});
}

INSTANTIATE_TEST_SUITE_P(Rules, LinkageTest, ::testing::Values(LinkageRule::kAverage, LinkageRule::kWard));

TEST(CutTree, UndoesTheLastMerges) {
  // 0 and 2 merge, then 1 and 3, then all.
  const ClusterTree tree = OrderMerges(4, {{1, 3, 0.7}, {2, 0, 0.5}, {4, 5, 0.9}});
  EXPECT_EQ(tree.merges[0].first, 0);
  EXPECT_EQ(tree.merges[0].second, 2);
  EXPECT_EQ(CutTree(tree, 1), (std::vector<int>{0, 0, 0, 0}));
  EXPECT_EQ(CutTree(tree, 2), (std::vector<int>{0, 1, 0, 1}));
  EXPECT_EQ(CutTree(tree, 3), (std::vector<int>{0, 1, 0, 2}));
  EXPECT_EQ(CutTree(tree, 4), (std::vector<int>{0, 1, 2, 3}));
}

}  // namespace
}  // namespace crowdclust
