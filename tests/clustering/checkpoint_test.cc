// A run that was ended at any moment goes on to the same result.
#include "base/checkpoint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "clustering/bootstrap.h"
#include "clustering/held_out.h"
#include "tests/clustering/equal_results.h"
#include "tests/clustering/method_options.h"
#include "tests/clustering/planted_answers.h"

namespace crowdclust {
namespace {

Answers AnswersToKeep() {
  Random random(testing::TestSeed(), 21);
  return testing::PlantAnswers({.items = 20, .workers = 5, .assignments = 30, .noise = 0.2}, &random);
}

PipelineOptions ShortOptions(ClusterMethod method) {
  PipelineOptions options = testing::MethodOptions(1, method);
  options.crowd.pooled_sweeps = 5;
  options.crowd.crowd.free_sweeps = 4;
  options.crowd.crowd.max_sweeps = 8;
  options.partition.anneal_sweeps = 10;
  options.partition_restarts = 3;
  return options;
}

class CheckpointedRunTest : public ::testing::TestWithParam<ClusterMethod> {};
INSTANTIATE_TEST_SUITE_P(Methods, CheckpointedRunTest,
                         ::testing::Values(ClusterMethod::kAuto, ClusterMethod::kCrowd,
                                           ClusterMethod::kMixture, ClusterMethod::kPartition),
                         [](const auto& method) { return ClusterMethodName(method.param); });

// Ended after 1, 2, 3, … further reports, read back from bytes each time, until it comes through.
TEST_P(CheckpointedRunTest, EndsAsWithoutHalts) {
  const Answers answers = AnswersToKeep();
  const PipelineOptions options = ShortOptions(GetParam());
  const PipelineResult whole = FindClusters(answers, options);
  auto checkpoint = std::make_unique<Checkpoint>();
  PipelineResult result;
  for (int attempt = 1;; ++attempt) {
    ASSERT_LT(attempt, 200);
    int reports = 0;
    result = FindClusters(
        answers, options, [&](const PipelineProgress&) { return ++reports <= 2 + attempt / 4; },
        CheckpointScope{checkpoint.get()});
    if (!result.stopped) break;
    checkpoint = std::make_unique<Checkpoint>(checkpoint->Bytes());
  }
  testing::ExpectEqualResults(result, whole);
}

// From a checkpoint of any moment, with another number of threads.
TEST(CheckpointedRun, AnyMomentWillDo) {
  const Answers answers = AnswersToKeep();
  PipelineOptions options = ShortOptions(ClusterMethod::kAuto);
  Checkpoint checkpoint;
  std::vector<std::string> moments;
  const PipelineResult whole = FindClusters(
      answers, options,
      [&](const PipelineProgress&) {
        moments.push_back(checkpoint.Bytes());
        return true;
      },
      CheckpointScope{&checkpoint});
  moments.push_back(checkpoint.Bytes());
  options.crowd.crowd.num_threads = 2;
  for (std::size_t m = 0; m < moments.size(); m += 7) {
    Checkpoint kept(moments[m]);
    testing::ExpectEqualResults(FindClusters(answers, options, {}, CheckpointScope{&kept}), whole);
  }
}

TEST(CheckpointedRun, HeldOutScoresAndBootstrapsGoOnToo) {
  const Answers answers = AnswersToKeep();
  const PipelineOptions options = ShortOptions(ClusterMethod::kAuto);
  const PipelineResult found = FindClusters(answers, options);
  const HeldOut whole = ScoreHeldOut(answers, options, found, {});
  Checkpoint checkpoint;
  int reports = 0;
  const HeldOut halted = ScoreHeldOut(
      answers, options, found, {}, [&](const PipelineProgress&) { return ++reports < 60; },
      CheckpointScope{&checkpoint});
  EXPECT_TRUE(halted.stopped);
  const HeldOut resumed = ScoreHeldOut(answers, options, found, {}, {}, CheckpointScope{&checkpoint});
  EXPECT_EQ(resumed.whole.method.nats, whole.whole.method.nats);
  EXPECT_EQ(resumed.within.method.nats, whole.within.method.nats);

  const auto samples = BootstrapLabellings(answers, testing::Bootstraps(3, 1));
  reports = 0;
  BootstrapLabellings(
      answers, testing::Bootstraps(3, 1), [&](double) { return ++reports < 80; },
      CheckpointScope{&checkpoint});
  EXPECT_EQ(BootstrapLabellings(answers, testing::Bootstraps(3, 2), {}, CheckpointScope{&checkpoint}),
            samples);
}

// The share of the work that is reported rises from 0 to 1.
TEST(PipelineProgress, ShareRises) {
  double last = 0;
  FindClusters(AnswersToKeep(), ShortOptions(ClusterMethod::kAuto), [&](const PipelineProgress& now) {
    EXPECT_GE(now.share, last - 1e-12);
    EXPECT_LE(now.share, 1 + 1e-12);
    last = std::max(last, now.share);
    return true;
  });
  EXPECT_GT(last, 0.9);
}

}  // namespace
}  // namespace crowdclust
