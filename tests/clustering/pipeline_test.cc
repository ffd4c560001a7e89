#include "clustering/pipeline.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// `assignments` of 8 items out of `items` in 4 planted clusters; a tenth of the items lands anywhere.
Answers PlantedAnswers(int items, int workers, int assignments) {
  Random random(testing::TestSeed(), 1);
  Answers answers;
  for (int i = 0; i < items; ++i) answers.items.Add(std::to_string(i));
  for (int j = 0; j < workers; ++j) answers.workers.Add(std::to_string(j));
  std::vector<int> deck(static_cast<std::size_t>(items));
  for (int i = 0; i < items; ++i) deck[static_cast<std::size_t>(i)] = i;
  for (int p = 0; p < assignments; ++p) {
    random.Shuffle(&deck);
    for (std::size_t k = 0; k < 8; ++k) {
      answers.item_of_row.push_back(deck[k]);
      answers.group_of_row.push_back(random.Chance(0.1) ? random.Below(4) : deck[k] % 4);
    }
    answers.worker_of_assignment.push_back(p % workers);
    answers.hit_of_assignment.push_back(-1);
    answers.seconds.push_back(0);
    answers.first_row.push_back(answers.num_rows());
  }
  return answers;
}

PipelineOptions Options(int threads) {
  PipelineOptions options;
  options.crowd.max_sweeps = 150;
  options.crowd.seed = testing::TestSeed();
  options.crowd.num_threads = threads;
  return options;
}

TEST(FindClusters, FindsPlantedClusters) {
  const Answers answers = PlantedAnswers(32, 6, 150);
  const PipelineResult result = FindClusters(answers, Options(1));
  EXPECT_EQ(result.clustering.num_clusters, 4);
  for (std::size_t i = 4; i < 32; ++i) {
    EXPECT_EQ(result.clustering.cluster_of_item[i], result.clustering.cluster_of_item[i % 4]);
  }
  EXPECT_GT(result.probability.minCoeff(), 0.9);
}

TEST(FindClusters, KeepsTheBestRestartAndThreadsChangeNothing) {
  const Answers answers = PlantedAnswers(24, 5, 60);
  const PipelineResult one = FindClusters(answers, Options(1));
  const PipelineResult two = FindClusters(answers, Options(2));
  EXPECT_EQ(one.crowd.item_mean, two.crowd.item_mean);
  EXPECT_EQ(one.clustering.cluster_of_item, two.clustering.cluster_of_item);
  ASSERT_EQ(one.restarts.size(), 8u);
  for (std::size_t r = 0; r < 8; ++r) {
    EXPECT_EQ(one.restarts[r].bound_of_sweep, two.restarts[r].bound_of_sweep);
    EXPECT_LE(one.restarts[r].bound_of_sweep.back(),
              one.restarts[static_cast<std::size_t>(one.best_restart)].bound_of_sweep.back());
  }
}

TEST(FindClusters, ByThePartitionModel) {
  Answers answers = PlantedAnswers(32, 6, 150);
  const int lone = answers.items.Add("lone");
  PipelineOptions options = Options(1);
  options.restarts = 1;
  options.method = ClusterMethod::kPartition;
  const PipelineResult one = FindClusters(answers, options);
  EXPECT_EQ(one.clustering.num_clusters, 5);
  for (std::size_t i = 4; i < 32; ++i) {
    EXPECT_EQ(one.clustering.cluster_of_item[i], one.clustering.cluster_of_item[i % 4]);
  }
  EXPECT_GT(one.probability.head(32).minCoeff(), 0.9);
  EXPECT_EQ(one.probability[lone], 0);
  options.crowd.num_threads = 2;
  const PipelineResult two = FindClusters(answers, options);
  EXPECT_EQ(one.clustering.cluster_of_item, two.clustering.cluster_of_item);
  EXPECT_EQ(one.probability, two.probability);
}

TEST(ClusterMethod, NamesAreReadBack) {
  for (const std::string& name : ClusterMethodNames())
    EXPECT_EQ(ClusterMethodName(ParseClusterMethod(name)), name);
  EXPECT_THROW(ParseClusterMethod("magic"), InputError);
}

TEST(FindClusters, LoneItemsAreClustersOfTheirOwn) {
  Answers answers = PlantedAnswers(16, 4, 40);
  const int lone = answers.items.Add("lone");
  const PipelineResult result = FindClusters(answers, Options(1));
  EXPECT_EQ(result.lone_items, std::vector<int>{lone});
  EXPECT_EQ(result.probability[lone], 0);
  const int cluster = result.clustering.cluster_of_item.back();
  EXPECT_EQ(std::ranges::count(result.clustering.cluster_of_item, cluster), 1);
}

TEST(FindClusters, StopsWhenAskedWithWhatItHas) {
  const Answers answers = PlantedAnswers(16, 4, 40);
  const PipelineResult result = FindClusters(
      answers, Options(1), [](const PipelineProgress& now) { return now.restart == 0 && now.sweep < 3; });
  EXPECT_TRUE(result.stopped);
  EXPECT_EQ(result.restarts[0].bound_of_sweep.size(), 3u);
  EXPECT_TRUE(result.restarts[1].bound_of_sweep.empty());
  EXPECT_EQ(result.clustering.cluster_of_item.size(), 16u);
}

TEST(FindClusters, NeedsAPair) {
  Answers answers;
  answers.items.Add("a");
  answers.workers.Add("w");
  answers.worker_of_assignment = {0};
  answers.item_of_row = {0};
  answers.group_of_row = {0};
  answers.first_row = {0, 1};
  EXPECT_THROW(FindClusters(answers, Options(1)), InputError);
}

// One worker, everything together or everything apart: an answer, not a failure.
TEST(FindClusters, DegenerateAnswers) {
  for (const bool together : {true, false}) {
    for (const int items : {2, 7}) {
      Answers answers;
      answers.workers.Add("w");
      answers.worker_of_assignment = {0};
      answers.first_row.push_back(items);
      for (int i = 0; i < items; ++i) {
        answers.items.Add(std::to_string(i));
        answers.item_of_row.push_back(i);
        answers.group_of_row.push_back(together ? 0 : i);
      }
      const PipelineResult result = FindClusters(answers, Options(1));
      EXPECT_TRUE(result.crowd.item_mean.allFinite());
      EXPECT_TRUE(result.probability.allFinite());
      if (together) {
        EXPECT_EQ(result.clustering.num_clusters, 1);
      }
    }
  }
}

}  // namespace
}  // namespace crowdclust
