#include "clustering/co_membership.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// Jaccard index of a cluster of `label` and one of `other`, among the items that `other` has; NaN if none has
// either.
double NaiveJaccard(const std::vector<int>& label, int cluster, const std::vector<int>& other, int there) {
  double both = 0, either = 0;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (other[i] < 0) continue;
    both += label[i] == cluster && other[i] == there;
    either += label[i] == cluster || other[i] == there;
  }
  return both / either;
}

TEST(ClusterStability, AndItemStabilityEqualNaiveLoops) {
  Random random(testing::TestSeed(), 1);
  std::vector<int> label;
  for (int i = 0; i < 60; ++i) label.push_back(i < 7 ? i : random.Below(7));
  std::vector<std::vector<int>> labellings(5, std::vector<int>(60));
  for (std::vector<int>& other : labellings) {
    for (int& one : other) one = random.Below(9) - 1;
  }
  const Eigen::VectorXd clusters = ClusterStability(labellings, label),
                        items = ItemStability(labellings, label);
  for (int cluster = 0; cluster < 7; ++cluster) {
    double sum = 0, times = 0;
    for (const std::vector<int>& other : labellings) {
      double best = 0, size = 0;
      for (std::size_t i = 0; i < 60; ++i) size += label[i] == cluster && other[i] >= 0;
      if (size == 0) continue;
      for (int there = 0; there < 8; ++there) {
        const double jaccard = NaiveJaccard(label, cluster, other, there);
        if (jaccard > best) best = jaccard;
      }
      sum += best;
      ++times;
    }
    ASSERT_GT(times, 0);
    EXPECT_NEAR(clusters[cluster], sum / times, 1e-12);
  }
  for (std::size_t i = 0; i < 60; ++i) {
    double sum = 0;
    for (const std::vector<int>& other : labellings)
      sum += other[i] < 0 ? 0 : NaiveJaccard(label, label[i], other, other[i]);
    EXPECT_NEAR(items[static_cast<Eigen::Index>(i)], sum / 5, 1e-12);
  }
}

TEST(ClusterStability, IsNaNForAClusterThatNoLabellingHas) {
  const std::vector<std::vector<int>> labellings = {{0, 0, -1}, {-1, -1, -1}};
  const Eigen::VectorXd clusters = ClusterStability(labellings, {0, 0, 1});
  EXPECT_EQ(clusters[0], 1);
  EXPECT_TRUE(std::isnan(clusters[1]));
}

}  // namespace
}  // namespace crowdclust
