#include "clustering/crowd/togetherness.h"

#include <gtest/gtest.h>

#include <cmath>

#include "clustering/crowd/pooled_start.h"
#include "tests/clustering/crowd/random_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

TEST(Togetherness, IsTheMeanOfWorkersChances) {
  Random random(testing::TestSeed(), 1);
  const CrowdPosterior posterior = testing::RandomPosterior(3, 6, 4, &random);
  const Eigen::MatrixXd found = Togetherness(posterior, 10);
  for (int a = 0; a < 6; ++a) {
    EXPECT_EQ(found(a, a), 1);
    for (int b = 0; b < 6; ++b) {
      if (a == b) continue;
      double sum = 0;
      for (int j = 0; j < 4; ++j) {
        double logit = posterior.bias_mean[j];
        for (int d = 0; d < 3; ++d) {
          for (int e = 0; e < 3; ++e)
            logit += posterior.item_mean(d, a) * posterior.weight_mean(PackedIndex(d, e), j) *
                     posterior.item_mean(e, b);
        }
        sum += 1 / (1 + std::exp(-logit));
      }
      EXPECT_NEAR(found(a, b), sum / 4, 1e-12);
    }
  }
}

TEST(WorkersThatStandForAll, AreSpreadOverAll) {
  EXPECT_EQ(WorkersThatStandForAll(3, 5), (std::vector<int>{0, 1, 2}));
  EXPECT_EQ(WorkersThatStandForAll(10, 5), (std::vector<int>{0, 2, 4, 6, 8}));
}

// As one worker, then spread over all.
CrowdPosterior PooledStart(const CrowdLayout& layout, const CrowdOptions& options, int sweeps) {
  const PooledFit pooled = MakePooledFit(layout, options, sweeps);
  CrowdFitState start = StartCrowdFit(StartCrowdPosterior(pooled.layout, pooled.options), pooled.options);
  return SpreadOverWorkers(FitCrowdModel(pooled.layout, std::move(start), pooled.options).posterior,
                           layout.num_workers);
}

TEST(PooledStart, GivesEveryWorkerTheSameView) {
  Random random(testing::TestSeed(), 2);
  const Answers answers = testing::RandomAnswers(10, 4, 20, 6, &random);
  CrowdOptions options;
  options.dimensions = 2;
  options.seed = testing::TestSeed();
  const CrowdPosterior start = PooledStart(MakeCrowdLayout(answers), options, 20);
  EXPECT_EQ(start.num_workers(), 4);
  for (int j = 1; j < 4; ++j) {
    EXPECT_EQ(start.weight_mean.col(j), start.weight_mean.col(0));
    EXPECT_EQ(start.bias_mean[j], start.bias_mean[0]);
  }
}

// With one worker the pooled start is that worker's fit.
TEST(PooledStart, OfOneWorkerIsTheFit) {
  Random random(testing::TestSeed(), 3);
  const CrowdLayout layout = MakeCrowdLayout(testing::RandomAnswers(8, 1, 10, 6, &random));
  CrowdOptions options;
  options.dimensions = 2;
  options.learn_prior = false;
  options.max_sweeps = 15;
  const CrowdFitState fit =
      FitCrowdModel(layout, StartCrowdFit(StartCrowdPosterior(layout, options), options), options);
  EXPECT_EQ(PooledStart(layout, options, 15).item_mean, fit.posterior.item_mean);
}

}  // namespace
}  // namespace crowdclust
