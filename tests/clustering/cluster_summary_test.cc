#include "clustering/cluster_summary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "clustering/baselines/co_association.h"
#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// Sum of the similarities of an item to the others of its cluster, met or not.
double NaiveCentrality(const CoAssociation& all, const std::vector<int>& items, int item) {
  double sum = 0;
  for (const int other : items) {
    if (other == item) continue;
    double similarity = all.base_rate;
    for (const CoAssociation::Meeting& met : all.MeetingsOf(item)) {
      if (met.other == other) similarity = all.Similarity(met);
    }
    sum += similarity;
  }
  return sum;
}

TEST(SummariseClusters, MedoidsAreTheMostCentral) {
  Random random(testing::TestSeed(), 1);
  const Answers answers = testing::PlantAnswers(
      {.items = 60, .clusters = 4, .workers = 5, .assignments = 80, .per_hit = 7, .noise = 0.4}, &random);
  std::vector<int> label;
  for (int i = 0; i < 60; ++i) label.push_back(i % 4);
  const Clustering clustering = MakeClustering(label);
  const BlockModel blocks = FitBlockModel(answers, clustering.cluster_of_item, 4);
  const CoAssociation all = CountCoAssociation(answers);
  const auto clusters = SummariseClusters(answers, clustering, blocks, {}, {});
  const auto items = ItemsOfClusters(clustering);
  for (std::size_t k = 0; k < 4; ++k) {
    std::vector<double> centrality;
    for (const int item : items[k]) centrality.push_back(NaiveCentrality(all, items[k], item));
    std::ranges::sort(centrality, std::greater<>());
    ASSERT_EQ(clusters[k].medoids.size(), 3u);
    for (std::size_t m = 0; m < 3; ++m)
      EXPECT_NEAR(NaiveCentrality(all, items[k], clusters[k].medoids[m]), centrality[m], 1e-9);
  }
}

}  // namespace
}  // namespace crowdclust
