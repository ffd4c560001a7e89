#include "clustering/mixture/mixture_model.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "clustering/mixture/mixture_sweep.h"
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

TEST(FitMixture, DegeneratePositions) {
  EXPECT_EQ(FitMixture(Eigen::MatrixXd::Constant(3, 1, 2.0), {}).posterior.num_components(), 1);
  EXPECT_EQ(FitMixture(Eigen::MatrixXd::Constant(3, 50, 2.0), {}).posterior.num_components(), 1);
  const MixtureFit fit = FitMixture(Eigen::MatrixXd::Random(8, 2), {});
  EXPECT_TRUE(fit.posterior.responsibility.allFinite());
}

TEST(FitMixture, DegeneratePositionsFromCoarseToFine) {
  const MixtureOptions options{.direct_items = 10};
  EXPECT_EQ(FitMixture(Eigen::MatrixXd::Constant(3, 300, 2.0), options).posterior.num_components(), 1);
  Eigen::MatrixXd positions = Planted(3, 1, 300, 30);
  positions.col(123).setConstant(1e4);  // one outlier, which most samples miss
  const MixtureFit fit = FitMixture(positions, options);
  EXPECT_TRUE(fit.posterior.responsibility.allFinite());
  EXPECT_TRUE(fit.posterior.responsibility.rowwise().sum().isOnes(1e-12));
}

TEST(FitMixture, OneOutlierKeepsTheClusters) {
  Eigen::MatrixXd positions = Planted(3, 2, 100, 31);
  positions.col(7).setConstant(60);
  const MixtureFit fit = FitMixture(positions, {});
  Eigen::Index first = 0, second = 0, outlier = 0;
  fit.posterior.responsibility.row(0).maxCoeff(&first);
  fit.posterior.responsibility.row(199).maxCoeff(&second);
  fit.posterior.responsibility.row(7).maxCoeff(&outlier);
  EXPECT_NE(first, second);
  EXPECT_NE(outlier, second);
  EXPECT_NE(outlier, first);
}

// Overlapping clusters, so that there is something to move at every level.
Eigen::MatrixXd Overlapping(int dimensions, int num_clusters, int num_items, std::uint64_t stream) {
  Random random(testing::TestSeed(), stream);
  const Eigen::MatrixXd centres =
      Eigen::MatrixXd::NullaryExpr(dimensions, num_clusters, [&random] { return 3 * random.Normal(); });
  Eigen::MatrixXd positions(dimensions, num_items);
  for (int n = 0; n < num_items; ++n) {
    for (int d = 0; d < dimensions; ++d) positions(d, n) = centres(d, n % num_clusters) + random.Normal();
  }
  return positions;
}

TEST(FitMixture, TheBoundNeverFallsFromCoarseToFine) {
  for (std::uint64_t stream = 0; stream < 5; ++stream) {
    const Eigen::MatrixXd positions = Overlapping(3, 8, 3000, 200 + stream);
    const MixtureFit fit = FitMixture(positions, {.direct_items = 200});
    ASSERT_EQ(fit.levels.size(), 3u);
    EXPECT_EQ(fit.levels[0].num_items, 200);
    EXPECT_EQ(fit.levels[1].num_items, 600);
    EXPECT_EQ(fit.levels[2].num_items, 3000);
    EXPECT_EQ(fit.levels[2].num_components, fit.posterior.num_components());
    for (std::size_t s = 1; s < fit.bound_of_step.size(); ++s)
      EXPECT_GE(fit.bound_of_step[s], fit.bound_of_step[s - 1] - 1e-9 * std::abs(fit.bound_of_step[s]));
    const MixturePrior prior = MakeMixturePrior(positions, 1);
    const double bound = MixtureBound(positions, prior, fit.posterior);
    EXPECT_NEAR(fit.bound_of_step.back(), bound, 1e-8 * std::abs(bound));
    // Converged over all positions: one more sweep gains nothing to speak of.
    MixturePosterior next = FitComponents(positions, prior, fit.posterior.responsibility);
    EXPECT_LE(UpdateResponsibilities(positions, prior, &next) - bound, 2e-5 * std::abs(bound));
  }
}

TEST(FitMixture, ThreadsChangeNoBit) {
  for (const int direct_items : {500, 5000}) {
    const Eigen::MatrixXd positions = Overlapping(4, 6, 4000, 300);
    MixtureOptions options{.direct_items = direct_items};
    const MixtureFit one = FitMixture(positions, options);
    for (const int num_threads : {2, 3}) {
      options.num_threads = num_threads;
      const MixtureFit many = FitMixture(positions, options);
      EXPECT_EQ(one.posterior.responsibility, many.posterior.responsibility);
      EXPECT_EQ(one.bound_of_step, many.bound_of_step);
      EXPECT_EQ(one.steps, many.steps);
    }
  }
}

TEST(FitMixture, FindsPlantedClustersAmongManyPositions) {
  const MixtureFit fit = FitMixture(Planted(4, 12, 2500, 400), {.num_threads = 2});
  EXPECT_EQ(fit.posterior.num_components(), 12);
  EXPECT_EQ(fit.levels.size(), 3u);
  for (Eigen::Index n = 0; n < 30000; ++n) {
    EXPECT_GT(fit.posterior.responsibility.row(n).maxCoeff(), 0.99);
    Eigen::Index own = 0, first_of_cluster = 0;
    fit.posterior.responsibility.row(n).maxCoeff(&own);
    fit.posterior.responsibility.row(n / 2500 * 2500).maxCoeff(&first_of_cluster);
    ASSERT_EQ(own, first_of_cluster);
  }
}

TEST(FitMixture, ProgressMayStopTheSearchOnASample) {
  int asked = 0;
  const MixtureFit fit = FitMixture(Planted(3, 6, 200, 401), {.direct_items = 100},
                                    [&asked](int, double) { return ++asked < 3; });
  EXPECT_EQ(asked, 3);
  EXPECT_EQ(fit.posterior.num_components(), 3);
  EXPECT_EQ(fit.posterior.responsibility.rows(), 1200);
}

TEST(FitMixture, KeepsToMaxComponents) {
  MixtureOptions options;
  options.max_components = 3;
  EXPECT_LE(FitMixture(Planted(3, 6, 20, 9), options).posterior.num_components(), 3);
}

}  // namespace
}  // namespace crowdclust
