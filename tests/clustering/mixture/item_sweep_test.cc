#include "clustering/mixture/item_sweep.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "base/special.h"
#include "clustering/mixture/mixture_sweep.h"
#include "clustering/mixture/stick_factor.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

struct ItemProblem {
  Eigen::MatrixXd positions;  // D x N
  Eigen::VectorXd weight;     // N, some of them 0
  std::vector<MixtureComponent> components;
};

ItemProblem MakeItemProblem(int dimensions, int num_items, int num_components, std::uint64_t stream) {
  Random random(testing::TestSeed(), stream);
  ItemProblem problem;
  problem.positions =
      Eigen::MatrixXd::NullaryExpr(dimensions, num_items, [&random] { return 2 * random.Normal(); });
  problem.weight = Eigen::VectorXd::NullaryExpr(
      num_items, [&random] { return random.Chance(0.1) ? 0 : random.Uniform(); });
  Eigen::MatrixXd share =
      Eigen::MatrixXd::NullaryExpr(num_items, num_components, [&random] { return random.Gamma(0.1); });
  share = share.rowwise().sum().cwiseInverse().asDiagonal() * share;
  const MixturePrior prior = MakeMixturePrior(problem.positions, 1);
  problem.components = FitComponents(problem.positions, prior, share).components;
  return problem;
}

// Sizes on either side of a tile and of a chunk.
class SweepItemsOf : public ::testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Items, SweepItemsOf, ::testing::Values(1, 2, 127, 128, 129, 1024, 1025, 2500));

TEST_P(SweepItemsOf, EqualsNaiveLoops) {
  const int num_items = GetParam();
  for (const int dimensions : {1, 3, 8}) {
    const ItemProblem problem =
        MakeItemProblem(dimensions, num_items, 4, static_cast<std::uint64_t>(dimensions));
    Eigen::MatrixXd joint(num_items, 4);
    const Eigen::VectorXd log_weight = ExpectedLogWeights(problem.components);
    for (int k = 0; k < 4; ++k) {
      joint.col(k) = ExpectedLogDensity(problem.components[static_cast<std::size_t>(k)], problem.positions);
      joint.col(k).array() += log_weight[k];
    }
    double log_evidence = 0, entropy = 0;
    Eigen::MatrixXd naive(num_items, 4);
    for (int n = 0; n < num_items; ++n) {
      const double total = LogSumExp(joint.row(n).transpose());
      log_evidence += problem.weight[n] * total;
      for (int k = 0; k < 4; ++k) {
        naive(n, k) = std::exp(joint(n, k) - total);
        entropy -= problem.weight[n] * naive(n, k) * (joint(n, k) - total);
      }
    }
    Eigen::MatrixXd responsibility;
    const ItemSweep sweep =
        SweepItems(problem.positions, problem.weight, problem.components, 1, &responsibility);
    EXPECT_LT((responsibility - naive).cwiseAbs().maxCoeff(), 1e-10);
    EXPECT_NEAR(sweep.log_evidence, log_evidence, 1e-10 * (1 + std::abs(log_evidence)));
    EXPECT_NEAR(sweep.entropy, entropy, 1e-10 * num_items);
    for (int k = 0; k < 4; ++k) {
      const WeightedMoments moments = MomentsOf(problem.positions, naive.col(k).cwiseProduct(problem.weight));
      const WeightedMoments& swept = sweep.moments[static_cast<std::size_t>(k)];
      EXPECT_NEAR(swept.weight, moments.weight, 1e-10 * num_items);
      if (moments.weight < 1e-3) continue;
      EXPECT_LT((swept.mean - moments.mean).cwiseAbs().maxCoeff(), 1e-8);
      EXPECT_LT((swept.scatter - moments.scatter).cwiseAbs().maxCoeff(), 1e-8 * num_items);
    }
  }
}

TEST_P(SweepItemsOf, ThreadsChangeNoBit) {
  const ItemProblem problem = MakeItemProblem(4, GetParam(), 5, 20);
  Eigen::MatrixXd responsibility_of_one, responsibility_of_many;
  const ItemSweep one = SweepItems(problem.positions, {}, problem.components, 1, &responsibility_of_one);
  const ItemSweep many = SweepItems(problem.positions, {}, problem.components, 3, &responsibility_of_many);
  EXPECT_EQ(responsibility_of_one, responsibility_of_many);
  EXPECT_EQ(one.log_evidence, many.log_evidence);
  EXPECT_EQ(one.entropy, many.entropy);
  for (std::size_t k = 0; k < one.moments.size(); ++k) {
    EXPECT_EQ(one.moments[k].weight, many.moments[k].weight);
    EXPECT_EQ(one.moments[k].scatter, many.moments[k].scatter);
  }
}

TEST(SweepItems, WithoutWeightsEveryItemCountsOne) {
  const ItemProblem problem = MakeItemProblem(3, 300, 3, 21);
  const ItemSweep plain = SweepItems(problem.positions, {}, problem.components, 1);
  const ItemSweep ones = SweepItems(problem.positions, Eigen::VectorXd::Ones(300), problem.components, 1);
  EXPECT_EQ(plain.log_evidence, ones.log_evidence);
  double weight = 0;
  for (const WeightedMoments& moments : plain.moments) weight += moments.weight;
  EXPECT_NEAR(weight, 300, 1e-9);
}

}  // namespace
}  // namespace crowdclust
