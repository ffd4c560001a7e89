#include "clustering/mixture/mixture_model.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "clustering/mixture/mixture_sweep.h"
#include "clustering/mixture/moves.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// `each` items around each of `num_clusters` far-apart centres.
Eigen::MatrixXd Planted(int dimensions, int num_clusters, int each, std::uint64_t stream) {
  Random random(testing::TestSeed(), stream);
  Eigen::MatrixXd positions(dimensions, num_clusters * each);
  for (int k = 0; k < num_clusters; ++k) {
    const Eigen::VectorXd centre =
        Eigen::VectorXd::Unit(dimensions, k % dimensions) * (10 + 10 * (k / dimensions));
    for (int i = 0; i < each; ++i) {
      for (int d = 0; d < dimensions; ++d) positions(d, k * each + i) = centre[d] + 0.3 * random.Normal();
    }
  }
  return positions;
}

TEST(FitMixture, FindsPlantedClusters) {
  for (std::uint64_t stream = 0; stream < 5; ++stream) {
    const MixtureFit fit = FitMixture(Planted(3, 6, 20, stream), {});
    EXPECT_EQ(fit.posterior.num_components(), 6);
    for (Eigen::Index n = 0; n < 120; ++n) {
      EXPECT_GT(fit.posterior.responsibility.row(n).maxCoeff(), 0.99);
    }
  }
}

TEST(FitMixture, TheBoundNeverFallsAcrossSplitsAndMerges) {
  int splits = 0;
  for (std::uint64_t stream = 0; stream < 10; ++stream) {
    Random random(testing::TestSeed(), 100 + stream);
    const Eigen::MatrixXd noise =
        Eigen::MatrixXd::NullaryExpr(2, 60, [&random] { return random.Gamma(0.6); });
    const MixtureFit fit = FitMixture(noise, {});
    for (std::size_t s = 1; s < fit.bound_of_step.size(); ++s) {
      EXPECT_GE(fit.bound_of_step[s], fit.bound_of_step[s - 1] - 1e-9 * std::abs(fit.bound_of_step[s]));
      splits += fit.steps[s] == MixtureStep::kSplit;
    }
    const MixturePrior prior = MakeMixturePrior(noise, 1);
    EXPECT_NEAR(fit.bound_of_step.back(), MixtureBound(noise, prior, fit.posterior),
                1e-8 * std::abs(fit.bound_of_step.back()));
  }
  EXPECT_GT(splits, 5);
}

TEST(ProposeMerges, JoinsHalvesOfOneClusterFirst) {
  const Eigen::MatrixXd positions = Planted(2, 2, 20, 7);
  Eigen::MatrixXd responsibility = Eigen::MatrixXd::Zero(40, 3);  // the first cluster cut in two at random
  for (int n = 0; n < 40; ++n) responsibility(n, n < 20 ? n % 2 : 2) = 1;
  const MixturePrior prior = MakeMixturePrior(positions, 1);
  const MixturePosterior posterior = FitComponents(positions, prior, responsibility);
  const std::vector<MixtureMove> moves = ProposeMerges(positions, prior, posterior, 5);
  ASSERT_EQ(moves.size(), 3u);
  EXPECT_GT(moves[0].promise, 0);
  EXPECT_LT(moves[1].promise, 0);
  for (int n = 1; n < 20; ++n) EXPECT_EQ(moves[0].responsibility.row(n), moves[0].responsibility.row(0));
}

TEST(ProposeSplits, SeparatesTwoClusters) {
  const Eigen::MatrixXd positions = Planted(2, 2, 20, 8);
  const MixturePrior prior = MakeMixturePrior(positions, 1);
  const MixturePosterior posterior = FitComponents(positions, prior, Eigen::MatrixXd::Ones(40, 1));
  const std::vector<MixtureMove> moves = ProposeSplits(positions, prior, posterior, 10, 5);
  ASSERT_EQ(moves.size(), 1u);
  EXPECT_GT(moves[0].promise, 0);
  EXPECT_TRUE(moves[0].responsibility.rowwise().sum().isOnes(1e-12));
  EXPECT_NEAR(moves[0].responsibility.col(0).head(20).sum() + moves[0].responsibility.col(1).tail(20).sum(),
              20, 20.01);
}

TEST(FitMixture, DegeneratePositions) {
  EXPECT_EQ(FitMixture(Eigen::MatrixXd::Constant(3, 1, 2.0), {}).posterior.num_components(), 1);
  EXPECT_EQ(FitMixture(Eigen::MatrixXd::Constant(3, 50, 2.0), {}).posterior.num_components(), 1);
  const MixtureFit fit = FitMixture(Eigen::MatrixXd::Random(8, 2), {});
  EXPECT_TRUE(fit.posterior.responsibility.allFinite());
}

TEST(FitMixture, KeepsToMaxComponents) {
  MixtureOptions options;
  options.max_components = 3;
  EXPECT_LE(FitMixture(Planted(3, 6, 20, 9), options).posterior.num_components(), 3);
}

}  // namespace
}  // namespace crowdclust
