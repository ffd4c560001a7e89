#include "clustering/cut_choice.h"

#include <gtest/gtest.h>

#include <numeric>

#include "clustering/co_membership.h"
#include "clustering/partition/partition_evidence.h"
#include "clustering/tree/linkage.h"
#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// A tree in which the planted clusters are cuts: pairs of them first apart, then clusters, then items.
struct Problem {
  Answers answers;
  PartitionLayout layout;
  ClusterTree tree;
  std::vector<int> leaf;
};

Problem MakeProblem(int groups_at_most) {
  Random random(testing::TestSeed(), 1);
  Problem problem;
  problem.answers = testing::PlantAnswers(
      {.items = 24, .clusters = 4, .workers = 4, .assignments = 80, .per_hit = 12, .noise = 0.05}, &random);
  for (int& group : problem.answers.group_of_row) group %= groups_at_most;
  problem.layout = MakePartitionLayout(problem.answers);
  Eigen::MatrixXd apart(24, 24);
  for (int a = 0; a < 24; ++a) {
    for (int b = 0; b < 24; ++b)
      apart(a, b) = a % 4 == b % 4 ? 0.1 + 0.001 * (a + b) : a % 2 == b % 2 ? 0.5 : 1.0;
  }
  problem.tree = LinkClusters(std::move(apart), LinkageRule::kAverage);
  problem.leaf.resize(24);
  std::iota(problem.leaf.begin(), problem.leaf.end(), 0);
  return problem;
}

TEST(ChooseCut, FindsThePlantedNumber) {
  const Problem problem = MakeProblem(4);
  EXPECT_EQ(ChooseCut(problem.layout, problem.tree, problem.leaf).num_clusters, 4);
}

TEST(ChooseCut, IsNoFinerThanPeoplesGroups) {
  const Problem problem = MakeProblem(2);  // clusters 0 and 2, 1 and 3 in one group: nobody makes a third
  EXPECT_EQ(FinestGrouping(problem.layout), 2);
  EXPECT_EQ(ChooseCut(problem.layout, problem.tree, problem.leaf).num_clusters, 2);
  EXPECT_EQ(ChooseCut(problem.layout, problem.tree, problem.leaf, 5).num_clusters, 5);
}

TEST(WeighLabels, TakesTheBestScatterAndHalfTheProcess) {
  const Problem problem = MakeProblem(4);
  const std::vector<int> label = CutItems(problem.tree, problem.leaf, 3);
  const CutChoice choice = WeighLabels(problem.layout, label);
  EXPECT_NEAR(choice.evidence,
              PartitionEvidence(problem.layout, {.scatter = choice.scatter, .concentration = 1}, label) -
                  0.5 * ProcessEvidence(1, LabelSizes(label)),
              1e-8);
  for (const double scatter : {0.1, 0.2, 0.4, 0.8, 1.6})
    EXPECT_GE(GroupingEvidence(problem.layout, choice.scatter, label),
              GroupingEvidence(problem.layout, scatter, label));
}

TEST(CandidateCounts, GrowByATenth) {
  const std::vector<int> counts = CandidateCounts(50);
  EXPECT_EQ(counts.front(), 1);
  EXPECT_EQ(counts[39], 40);
  EXPECT_EQ(counts[40], 41);
  EXPECT_EQ(counts[41], 45);
  EXPECT_LE(counts.back(), 50);
}

TEST(CoMembership, IsTheShareOfLabellings) {
  const std::vector<std::vector<int>> labellings = {{0, 0, 1}, {5, 5, 5}};
  const Eigen::MatrixXd share = CoMembership(labellings);
  EXPECT_EQ(share(0, 1), 1);
  EXPECT_EQ(share(0, 2), 0.5);
  EXPECT_EQ(share(2, 2), 1);
}

TEST(ClusterStability, IsTheBestJaccardIndex) {
  const std::vector<int> label = {0, 0, 0, 1};
  const std::vector<std::vector<int>> labellings = {{0, 0, 0, 1}, {0, 0, 1, 1}, {0, 0, 0, -1}};
  const Eigen::VectorXd clusters = ClusterStability(labellings, label);
  EXPECT_DOUBLE_EQ(clusters[0], (1 + 2.0 / 3 + 1) / 3);
  EXPECT_DOUBLE_EQ(clusters[1], (1 + 0.5) / 2);  // the third labelling does not have its item
  const Eigen::VectorXd items = ItemStability(labellings, label);
  EXPECT_DOUBLE_EQ(items[0], (1 + 2.0 / 3 + 1) / 3);
  EXPECT_DOUBLE_EQ(items[2], (1 + 0.25 + 1) / 3);
  EXPECT_DOUBLE_EQ(items[3], (1 + 0.5 + 0) / 3);
}

}  // namespace
}  // namespace crowdclust
