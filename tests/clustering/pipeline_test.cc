#include "clustering/pipeline.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/error.h"
#include "base/random.h"
#include "metrics/agreement.h"
#include "tests/clustering/equal_results.h"
#include "tests/clustering/method_options.h"
#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

Answers PlantedAnswers(int items, int workers, int assignments) {
  Random random(testing::TestSeed(), 1);
  return testing::PlantAnswers({.items = items, .workers = workers, .assignments = assignments}, &random);
}

class MethodTest : public ::testing::TestWithParam<ClusterMethod> {};

// The project's own methods find every item's cluster and how many there are; the others nearly.
TEST_P(MethodTest, FindsPlantedClusters) {
  Random random(testing::TestSeed(), 2);
  const Answers answers = testing::PlantAnswers({.noise = 0.03}, &random);
  const PipelineResult result = FindClusters(answers, testing::MethodOptions(1, GetParam()));
  std::vector<int> truth;
  for (int i = 0; i < 32; ++i) truth.push_back(i % 4);
  const double agreement = MeasureAgreement(result.clustering.cluster_of_item, truth).adjusted_rand;
  const bool own = GetParam() == ClusterMethod::kAuto || GetParam() == ClusterMethod::kCrowd ||
                   GetParam() == ClusterMethod::kPartition;
  EXPECT_GE(agreement, own ? 1 - 1e-9 : 0.7);
  for (std::size_t i = 0; i < 32; ++i) {
    EXPECT_GE(result.second[i], 0);
    EXPECT_NE(result.second[i], result.clustering.cluster_of_item[i]);
  }
}

TEST_P(MethodTest, ThreadsChangeNothing) {
  const Answers answers = PlantedAnswers(24, 5, 40);
  const PipelineResult one = FindClusters(answers, testing::MethodOptions(1, GetParam()));
  const PipelineResult two = FindClusters(answers, testing::MethodOptions(2, GetParam()));
  testing::ExpectEqualResults(one, two);
}

TEST_P(MethodTest, GivesAsManyClustersAsAsked) {
  const Answers answers = PlantedAnswers(24, 5, 60);
  for (const int count : {1, 3, 7}) {
    PipelineOptions options = testing::MethodOptions(1, GetParam());
    options.num_clusters = count;
    EXPECT_EQ(FindClusters(answers, options).clustering.num_clusters, count);
  }
  PipelineOptions options = testing::MethodOptions(1, GetParam());
  options.num_clusters = 25;
  EXPECT_THROW(FindClusters(answers, options), InputError);
}

// Two studies that share no item: never one cluster across.
TEST_P(MethodTest, ComponentsAreKeptApart) {
  const Answers one = PlantedAnswers(16, 3, 40);
  Answers both = one;
  for (int i = 0; i < 16; ++i) both.items.Add("other" + std::to_string(i));
  for (std::int64_t p = 0; p < one.num_assignments(); ++p) {
    for (const int item : one.ItemsOf(p)) both.item_of_row.push_back(item + 16);
    for (const int group : one.GroupsOf(p)) both.group_of_row.push_back(group);
    both.worker_of_assignment.push_back(one.worker_of_assignment[static_cast<std::size_t>(p)]);
    both.hit_of_assignment.push_back(-1);
    both.seconds.push_back(0);
    both.first_row.push_back(both.num_rows());
  }
  const PipelineResult result = FindClusters(both, testing::MethodOptions(1, GetParam()));
  EXPECT_EQ(result.num_components, 2);
  for (std::size_t i = 0; i < 16; ++i) {
    for (std::size_t k = 16; k < 32; ++k)
      EXPECT_NE(result.clustering.cluster_of_item[i], result.clustering.cluster_of_item[k]);
  }
}

// One worker, two items or seven, everything together or everything apart: an answer, not a failure.
TEST_P(MethodTest, DegenerateAnswers) {
  for (const bool together : {true, false}) {
    for (const int items : {2, 7}) {
      Answers answers;
      answers.workers.Add("w");
      answers.worker_of_assignment = {0};
      answers.hit_of_assignment = {-1};
      answers.seconds = {0};
      answers.first_row.push_back(items);
      for (int i = 0; i < items; ++i) {
        answers.items.Add(std::to_string(i));
        answers.item_of_row.push_back(i);
        answers.group_of_row.push_back(together ? 0 : i);
      }
      PipelineOptions options = testing::MethodOptions(1, GetParam());
      options.dimensions = GetParam() == ClusterMethod::kMixture ? 4 : 9;  // at nine, more than items
      const PipelineResult result = FindClusters(answers, options);
      EXPECT_TRUE(result.probability.allFinite());
      for (const CrowdRestart& restart : result.crowd.restart)
        EXPECT_TRUE(restart.posterior.item_mean.allFinite());
      if (together) {
        EXPECT_EQ(result.clustering.num_clusters, 1);
      } else if (GetParam() != ClusterMethod::kMixture) {
        EXPECT_EQ(result.clustering.num_clusters, items);
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, MethodTest,
                         ::testing::Values(ClusterMethod::kAuto, ClusterMethod::kCrowd,
                                           ClusterMethod::kMixture, ClusterMethod::kPartition,
                                           ClusterMethod::kLinkage, ClusterMethod::kSpectral,
                                           ClusterMethod::kMajority),
                         [](const auto& method) { return ClusterMethodName(method.param); });

TEST(ClusterMethod, NamesAreReadBack) {
  for (const std::string& name : ClusterMethodNames())
    EXPECT_EQ(ClusterMethodName(ParseClusterMethod(name)), name);
  EXPECT_THROW(ParseClusterMethod("magic"), InputError);
}

TEST(CrowdStart, NamesAreReadBack) {
  for (const std::string& name : CrowdStartNames()) EXPECT_EQ(CrowdStartName(ParseCrowdStart(name)), name);
  EXPECT_THROW(ParseCrowdStart("warm"), InputError);
}

TEST(FindClusters, TheBetterKindOfStartGoesOn) {
  const PipelineResult result = FindClusters(PlantedAnswers(24, 5, 60), testing::MethodOptions(1));
  ASSERT_EQ(result.crowd.restart.size(), 4u);
  EXPECT_EQ(result.crowd.restart[0].start, CrowdStart::kFree);
  EXPECT_EQ(result.crowd.restart[1].start, CrowdStart::kPooled);
  const bool pooled =
      result.crowd.restart[1].bound_of_sweep.back() > result.crowd.restart[0].bound_of_sweep.back();
  for (std::size_t r : {2, 3})
    EXPECT_EQ(result.crowd.restart[r].start, pooled ? CrowdStart::kPooled : CrowdStart::kFree);
}

TEST(FindClusters, LoneItemsAreClustersOfTheirOwn) {
  Answers answers = PlantedAnswers(16, 4, 40);
  const int lone = answers.items.Add("lone");
  const PipelineResult result = FindClusters(answers, testing::MethodOptions(1));
  EXPECT_EQ(result.lone_items, std::vector<int>{lone});
  EXPECT_EQ(result.probability[lone], 0);
  const int cluster = result.clustering.cluster_of_item.back();
  EXPECT_EQ(std::ranges::count(result.clustering.cluster_of_item, cluster), 1);
}

TEST(FindClusters, StopsWhenAskedWithWhatItHas) {
  const Answers answers = PlantedAnswers(16, 4, 40);
  const PipelineResult result =
      FindClusters(answers, testing::MethodOptions(1),
                   [](const PipelineProgress& now) { return now.part == 0 && now.sweep < 3; });
  EXPECT_TRUE(result.stopped);
  EXPECT_EQ(result.crowd.restart[0].bound_of_sweep.size(), 3u);
  EXPECT_TRUE(result.crowd.restart[1].bound_of_sweep.empty());
  EXPECT_EQ(result.clustering.cluster_of_item.size(), 16u);
}

TEST(FindClusters, NeedsAPair) {
  Answers answers;
  answers.items.Add("a");
  answers.workers.Add("w");
  answers.worker_of_assignment = {0};
  answers.hit_of_assignment = {-1};
  answers.seconds = {0};
  answers.item_of_row = {0};
  answers.group_of_row = {0};
  answers.first_row = {0, 1};
  EXPECT_THROW(FindClusters(answers, testing::MethodOptions(1)), InputError);
}

// One worker of a thousand assignments beside one of one.
TEST(FindClusters, WorkersMayDifferInHowMuchTheyAnswer) {
  Random random(testing::TestSeed(), 5);
  Answers answers = testing::PlantAnswers({.items = 24, .workers = 2, .assignments = 1001}, &random);
  std::ranges::fill(answers.worker_of_assignment, 0);
  answers.worker_of_assignment.back() = 1;
  const PipelineResult result = FindClusters(answers, testing::MethodOptions(2));
  EXPECT_EQ(result.clustering.num_clusters, 4);
  EXPECT_TRUE(result.crowd.restart[0].posterior.bias_mean.allFinite());
}

// Above kDenseItems the tree is over what the labellings share.
TEST(FindClusters, ManyItems) {
  CROWDCLUST_LONG_TEST();
  Random random(testing::TestSeed(), 6);
  const Answers answers = testing::PlantAnswers({.items = kDenseItems + 400,
                                                 .clusters = 6,
                                                 .workers = 100,
                                                 .assignments = 12000,
                                                 .per_hit = 10,
                                                 .noise = 0.05},
                                                &random);
  const PipelineResult result = FindClusters(answers, testing::MethodOptions(2));
  EXPECT_TRUE(result.coarse);
  std::vector<int> truth;
  for (int i = 0; i < answers.num_items(); ++i) truth.push_back(i % 6);
  EXPECT_GE(MeasureAgreement(result.clustering.cluster_of_item, truth).adjusted_rand, 0.95);
}

TEST(DimensionsFor, IsAQuarterOfTheItemsWithinLimits) {
  EXPECT_EQ(DimensionsFor(2), 2);
  EXPECT_EQ(DimensionsFor(20), 5);
  EXPECT_EQ(DimensionsFor(1000), 8);
}

}  // namespace
}  // namespace crowdclust
