#include "clustering/partition/merge_gains.h"

#include <gtest/gtest.h>

#include <cmath>

#include "clustering/partition/partition_search.h"
#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

struct Problem {
  PartitionLayout layout;
  std::vector<int> label;
};

Problem RandomProblem(std::uint64_t stream) {
  Random random(testing::TestSeed(), stream);
  Problem problem{MakePartitionLayout(testing::PlantAnswers(
                      {.items = 18, .clusters = 3, .workers = 2, .assignments = 12, .noise = 0.4}, &random)),
                  std::vector<int>(18)};
  for (std::size_t i = 0; i < 18; ++i)
    problem.label[i] = i < 5 ? static_cast<int>(i) : random.Below(5);  // none of the five is empty
  return problem;
}

TEST(MergeGains, AreDifferencesOfTheEvidence) {
  for (std::uint64_t stream = 1; stream < 6; ++stream) {
    const Problem problem = RandomProblem(stream);
    const PartitionPrior prior{.scatter = 0.3, .concentration = 1.7};
    const double before = PartitionEvidence(problem.layout, prior, problem.label);
    const Eigen::MatrixXd gains =
        MergeGains(problem.layout, prior, MakeScatterTables(problem.layout, prior.scatter), problem.label);
    for (int k = 0; k < 5; ++k) {
      for (int l = k + 1; l < 5; ++l) {
        std::vector<int> merged = problem.label;
        for (int& own : merged) own = own == l ? k : own;
        EXPECT_NEAR(gains(k, l), PartitionEvidence(problem.layout, prior, merged) - before, 1e-8);
      }
      for (int l = 0; l <= k; ++l) EXPECT_EQ(gains(k, l), 0);
    }
  }
}

TEST(PlaceItems, ProbabilitiesAreRatiosOfTheEvidence) {
  const Problem problem = RandomProblem(9);
  const PartitionPrior prior;
  const std::vector<ItemPlacing> placings = PlaceItems(problem.layout, prior, problem.label);
  for (std::size_t i = 0; i < 18; ++i) {
    std::vector<double> weight;
    for (int k = 0; k <= 5; ++k) {  // label 5: a cluster of its own
      std::vector<int> moved = problem.label;
      moved[i] = k;
      weight.push_back(PartitionEvidence(problem.layout, prior, moved));
    }
    const int own = problem.label[i];
    double total = 0, second = -1e300;
    for (int k = 0; k <= 5; ++k) {
      total += std::exp(weight[static_cast<std::size_t>(k)] - weight[static_cast<std::size_t>(own)]);
      if (k < 5 && k != own) second = std::max(second, weight[static_cast<std::size_t>(k)]);
    }
    if (std::ranges::count(problem.label, own) > 1) {
      EXPECT_NEAR(placings[i].probability, 1 / total, 1e-9);
    }
    EXPECT_NEAR(placings[i].margin, weight[static_cast<std::size_t>(own)] - second, 1e-8);
  }
}

TEST(PlaceItems, OneClusterHasNoSecond) {
  const Problem problem = RandomProblem(10);
  const std::vector<ItemPlacing> placings = PlaceItems(problem.layout, {}, std::vector<int>(18, 0));
  EXPECT_EQ(placings[0].second, -1);
  EXPECT_TRUE(std::isinf(placings[0].margin));
}

}  // namespace
}  // namespace crowdclust
