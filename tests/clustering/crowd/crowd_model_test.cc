#include "clustering/crowd/crowd_model.h"

#include <gtest/gtest.h>

#include "tests/clustering/crowd/random_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

Answers AnswersToFit(std::uint64_t stream) {
  Random random(testing::TestSeed(), stream);
  return testing::RandomAnswers(20, 5, 40, 10, &random);
}

TEST(FitCrowdModel, TheBoundNeverFalls) {
  for (std::uint64_t stream = 0; stream < 8; ++stream) {
    const CrowdLayout layout = MakeCrowdLayout(AnswersToFit(stream));
    const CrowdOptions options{
        .dimensions = 3, .free_sweeps = 10, .max_sweeps = 100, .seed = testing::TestSeed(), .stream = stream};
    const CrowdFitState fit =
        FitCrowdModel(layout, StartCrowdFit(StartCrowdPosterior(layout, options), options), options);
    for (std::size_t s = 1; s < fit.bound_of_sweep.size(); ++s) {
      EXPECT_GE(fit.bound_of_sweep[s], fit.bound_of_sweep[s - 1] - 1e-9 * std::abs(fit.bound_of_sweep[s]));
    }
  }
}

TEST(FitCrowdModel, SaysWhyItStopped) {
  const CrowdLayout layout = MakeCrowdLayout(AnswersToFit(1));
  CrowdOptions options{.dimensions = 2, .max_sweeps = 3};
  EXPECT_EQ(FitCrowdModel(layout, StartCrowdFit(StartCrowdPosterior(layout, options), options), options)
                .stop_reason,
            StopReason::kMaxSweeps);
  options.max_sweeps = 100000;
  options.tolerance = 1e-4;
  EXPECT_EQ(FitCrowdModel(layout, StartCrowdFit(StartCrowdPosterior(layout, options), options), options)
                .stop_reason,
            StopReason::kConverged);
  const CrowdFitState fit =
      FitCrowdModel(layout, StartCrowdFit(StartCrowdPosterior(layout, options), options), options,
                    {.report = [](int sweep, double) { return sweep < 5; }});
  EXPECT_EQ(fit.stop_reason, StopReason::kStopped);
  EXPECT_EQ(fit.bound_of_sweep.size(), 5u);
}

TEST(FitCrowdModel, EqualSeedEqualFitAndThreadsChangeNothing) {
  const CrowdLayout layout = MakeCrowdLayout(AnswersToFit(2));
  CrowdOptions options{.dimensions = 3, .max_sweeps = 30};
  const CrowdFitState one =
      FitCrowdModel(layout, StartCrowdFit(StartCrowdPosterior(layout, options), options), options);
  options.num_threads = 2;
  const CrowdFitState two =
      FitCrowdModel(layout, StartCrowdFit(StartCrowdPosterior(layout, options), options), options);
  EXPECT_EQ(one.bound_of_sweep, two.bound_of_sweep);
  EXPECT_EQ(one.posterior.item_mean, two.posterior.item_mean);
}

// From any state between two sweeps the fit ends with the same bits.
TEST(FitCrowdModel, GoesOnFromAnyStateThatItKept) {
  const CrowdLayout layout = MakeCrowdLayout(AnswersToFit(5));
  const CrowdOptions options{.dimensions = 3, .free_sweeps = 4, .max_sweeps = 12};
  const auto start = [&] { return StartCrowdFit(StartCrowdPosterior(layout, options), options); };
  std::vector<CrowdFitState> kept;
  const CrowdFitState whole = FitCrowdModel(
      layout, start(), options, {.keep = [&kept](const CrowdFitState& state) { kept.push_back(state); }});
  ASSERT_EQ(kept.size(), 12u);
  EXPECT_TRUE(kept.back().ended);
  for (const CrowdFitState& state : kept) {
    const CrowdFitState resumed = FitCrowdModel(layout, state, options);
    EXPECT_EQ(resumed.bound_of_sweep, whole.bound_of_sweep);
    EXPECT_EQ(resumed.posterior.item_mean, whole.posterior.item_mean);
    EXPECT_EQ(resumed.posterior.weight_variance, whole.posterior.weight_variance);
    EXPECT_EQ(resumed.stop_reason, whole.stop_reason);
  }
}

// Items never shown keep their prior: the model has nothing to say of them.
TEST(FitCrowdModel, AnUnseenItemStaysAtItsPrior) {
  Answers answers = AnswersToFit(3);
  const int unseen = answers.items.Add("unseen");
  const CrowdLayout layout = MakeCrowdLayout(answers);
  const CrowdOptions options{.dimensions = 2, .max_sweeps = 5};
  const CrowdFitState fit =
      FitCrowdModel(layout, StartCrowdFit(StartCrowdPosterior(layout, options), options), options);
  EXPECT_TRUE(fit.posterior.item_mean.col(unseen).isZero());
  EXPECT_TRUE(fit.posterior.item_variance.col(unseen).isConstant(options.prior.item_variance));
}

TEST(FitCrowdModel, MoreDimensionsThanItemsIsNoError) {
  Random random(testing::TestSeed(), 4);
  const CrowdLayout layout = MakeCrowdLayout(testing::RandomAnswers(2, 1, 3, 2, &random));
  const CrowdOptions options{.dimensions = 5, .max_sweeps = 50};
  EXPECT_TRUE(FitCrowdModel(layout, StartCrowdFit(StartCrowdPosterior(layout, options), options), options)
                  .posterior.item_mean.allFinite());
}

}  // namespace
}  // namespace crowdclust
