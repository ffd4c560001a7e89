#include "clustering/hierarchy.h"

#include <gtest/gtest.h>

#include "clustering/cluster_summary.h"
#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// Four clusters; workers 0 and 1 put 0 with 1 and 2 with 3, worker 2 everything together, the others nothing.
Answers LumpedAnswers() {
  Random random(testing::TestSeed(), 1);
  Answers answers = testing::PlantAnswers(
      {.items = 24, .clusters = 4, .workers = 6, .assignments = 60, .per_hit = 12, .noise = 0.02}, &random);
  for (std::int64_t p = 0; p < 60; ++p) {
    const int worker = answers.worker_of_assignment[static_cast<std::size_t>(p)];
    for (std::int64_t r = answers.first_row[static_cast<std::size_t>(p)];
         r < answers.first_row[static_cast<std::size_t>(p) + 1]; ++r) {
      int& group = answers.group_of_row[static_cast<std::size_t>(r)];
      if (worker < 2) group /= 2;
      if (worker == 2) group = 0;
    }
  }
  return answers;
}

Clustering PlantedClustering() {
  std::vector<int> label;
  for (int i = 0; i < 24; ++i) label.push_back(i % 4);
  return MakeClustering(label);
}

TEST(LinkByTogetherness, MergesWhatWorkersMerge) {
  const Answers answers = LumpedAnswers();
  const Clustering clustering = PlantedClustering();
  const ClusterTree tree = LinkByTogetherness(FitBlockModel(answers, clustering.cluster_of_item, 4));
  EXPECT_EQ(CutTree(tree, 2), (std::vector<int>{0, 0, 1, 1}));
  const std::vector<int> level = LevelsOfWorkers(answers, clustering, tree);
  EXPECT_EQ(level[0], 2);
  EXPECT_EQ(level[2], 1);
  EXPECT_EQ(level[4], 4);
}

TEST(Newick, NamesEveryLeafOnce) {
  EXPECT_EQ(Newick(OrderMerges(3, {{0, 1, 0.25}, {3, 2, 0.5}})),
            "((cluster0:0.25,cluster1:0.25):0.25,cluster2:0.5);");
  EXPECT_EQ(Newick(OrderMerges(1, {})), "cluster0;");
}

TEST(SummariseClusters, FindsTheNearestAndTheMiddle) {
  const Answers answers = LumpedAnswers();
  const Clustering clustering = PlantedClustering();
  const BlockModel blocks = FitBlockModel(answers, clustering.cluster_of_item, 4);
  const std::vector<std::vector<int>> labellings = {clustering.cluster_of_item, clustering.cluster_of_item};
  const auto clusters = SummariseClusters(answers, clustering, blocks, labellings, {});
  ASSERT_EQ(clusters.size(), 4u);
  EXPECT_EQ(clusters[0].nearest, 1);
  EXPECT_EQ(clusters[3].nearest, 2);
  EXPECT_EQ(clusters[0].size, 6);
  EXPECT_EQ(clusters[0].restart_stability, 1);
  EXPECT_TRUE(std::isnan(clusters[0].bootstrap_stability));
  EXPECT_GT(clusters[0].cohesion, 0.8);
  ASSERT_EQ(clusters[2].medoids.size(), 3u);
  for (const int item : clusters[2].medoids) EXPECT_EQ(item % 4, 2);
}

}  // namespace
}  // namespace crowdclust
