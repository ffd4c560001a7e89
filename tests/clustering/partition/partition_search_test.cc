#include "clustering/partition/partition_search.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "base/random.h"
#include "base/special.h"
#include "clustering/partition/partition_restarts.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// `assignments` of `per_hit` items out of `items` in `clusters` planted clusters, a share `noise` of them
// anywhere.
Answers PlantedAnswers(int items, int clusters, int assignments, double noise, Random* random) {
  Answers answers;
  for (int i = 0; i < items; ++i) answers.items.Add(std::to_string(i));
  answers.workers.Add("w");
  std::vector<int> deck(static_cast<std::size_t>(items));
  std::iota(deck.begin(), deck.end(), 0);
  for (int p = 0; p < assignments; ++p) {
    random->Shuffle(&deck);
    for (std::size_t k = 0; k < 8; ++k) {
      answers.item_of_row.push_back(deck[k]);
      answers.group_of_row.push_back(random->Chance(noise) ? random->Below(clusters) : deck[k] % clusters);
    }
    answers.worker_of_assignment.push_back(0);
    answers.hit_of_assignment.push_back(-1);
    answers.seconds.push_back(0);
    answers.first_row.push_back(answers.num_rows());
  }
  return answers;
}

// (M18) one item after another: each draws its table, and in every assignment its group from what its
// cluster's earlier items drew there (Blackwell and MacQueen's urn).
double SequentialEvidence(const Answers& answers, const PartitionPrior& prior,
                          const std::vector<int>& labels) {
  double evidence = 0;
  std::map<int, int> size;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const int before = size[labels[i]]++;
    evidence += std::log((before > 0 ? before : prior.concentration) /
                         (prior.concentration + static_cast<double>(i)));
  }
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    std::map<int, double> share;
    for (const int group : groups) share[group] += 1.0 / static_cast<double>(groups.size());
    std::map<int, int> seen;
    std::map<std::pair<int, int>, int> seen_in_group;
    for (std::size_t r = 0; r < items.size(); ++r) {
      const int cluster = labels[static_cast<std::size_t>(items[r])];
      evidence += std::log((prior.scatter * share[groups[r]] + seen_in_group[{cluster, groups[r]}]++) /
                           (prior.scatter + seen[cluster]++));
    }
  }
  return evidence;
}

TEST(PartitionEvidence, EqualsTheUrn) {
  Random random(testing::TestSeed(), 1);
  for (int trial = 0; trial < 20; ++trial) {
    const Answers answers = PlantedAnswers(15, 4, 10, 0.3, &random);
    std::vector<int> labels(15);
    for (int& label : labels) label = random.Below(5);
    const PartitionPrior prior{.scatter = 0.1 + random.Uniform(), .concentration = 0.5 + random.Uniform()};
    const double expected = SequentialEvidence(answers, prior, labels);
    EXPECT_NEAR(PartitionEvidence(MakePartitionLayout(answers), prior, labels), expected,
                1e-9 * std::abs(expected));
  }
}

TEST(PartitionEvidence, DoesNotDependOnLabelNames) {
  Random random(testing::TestSeed(), 2);
  const PartitionLayout layout = MakePartitionLayout(PlantedAnswers(10, 3, 8, 0.2, &random));
  EXPECT_NEAR(PartitionEvidence(layout, {}, std::vector<int>{0, 0, 1, 1, 2, 2, 0, 1, 2, 2}),
              PartitionEvidence(layout, {}, std::vector<int>{2, 2, 0, 0, 1, 1, 2, 0, 1, 1}), 1e-9);
}

TEST(SearchPartition, FindsPlantedClusters) {
  for (std::uint64_t stream = 10; stream < 15; ++stream) {
    Random random(testing::TestSeed(), stream);
    const Answers answers = PlantedAnswers(40, 5, 120, 0.1, &random);
    const PartitionSearch found =
        SearchPartition(MakePartitionLayout(answers), {.seed = testing::TestSeed(), .stream = stream});
    EXPECT_EQ(found.num_clusters, 5);
    for (std::size_t i = 5; i < 40; ++i) EXPECT_EQ(found.cluster_of_item[i], found.cluster_of_item[i % 5]);
  }
}

// No move of one item and no merge of two clusters raises the evidence of what is returned.
TEST(SearchPartition, EndsWhereNoMoveOrMergeHelps) {
  Random random(testing::TestSeed(), 3);
  const PartitionLayout layout = MakePartitionLayout(PlantedAnswers(20, 4, 25, 0.4, &random));
  const PartitionSearchOptions options{.seed = testing::TestSeed()};
  const PartitionSearch found = SearchPartition(layout, options);
  EXPECT_NEAR(found.evidence, PartitionEvidence(layout, options.prior, found.cluster_of_item), 1e-9);
  const double limit = found.evidence + 1e-8;
  for (std::size_t i = 0; i < 20; ++i) {
    for (int k = 0; k <= found.num_clusters; ++k) {
      std::vector<int> moved = found.cluster_of_item;
      moved[i] = k;
      EXPECT_LE(PartitionEvidence(layout, options.prior, moved), limit);
    }
  }
  for (int k = 0; k < found.num_clusters; ++k) {
    for (int l = k + 1; l < found.num_clusters; ++l) {
      std::vector<int> merged = found.cluster_of_item;
      for (int& label : merged) label = label == l ? k : label;
      EXPECT_LE(PartitionEvidence(layout, options.prior, merged), limit);
    }
  }
}

TEST(SearchPartition, LabelsAreDenseAndRepeat) {
  Random random(testing::TestSeed(), 4);
  const PartitionLayout layout = MakePartitionLayout(PlantedAnswers(20, 4, 25, 0.5, &random));
  const PartitionSearch one = SearchPartition(layout, {}), again = SearchPartition(layout, {});
  EXPECT_EQ(one.cluster_of_item, again.cluster_of_item);
  const std::set<int> used(one.cluster_of_item.begin(), one.cluster_of_item.end());
  EXPECT_EQ(static_cast<int>(used.size()), one.num_clusters);
  EXPECT_EQ(*used.rbegin(), one.num_clusters - 1);
}

// From planted clusters in halves, a tenth of the items elsewhere: a search that still melts nothing finds
// them.
TEST(StartPartitionSearch, FromLabelsMendsThem) {
  Random random(testing::TestSeed(), 5);
  const PartitionLayout layout = MakePartitionLayout(PlantedAnswers(200, 4, 600, 0.1, &random));
  std::vector<int> planted, start;
  for (int i = 0; i < 200; ++i) {
    planted.push_back(i % 4);
    start.push_back(random.Chance(0.1) ? random.Below(8) : i % 8);
  }
  PartitionSearchOptions options{.seed = testing::TestSeed()};
  const PartitionSearchState state = StartPartitionSearch(start, options);
  EXPECT_GE(state.sweeps, options.anneal_sweeps / 2);
  EXPECT_LT(state.sweeps, options.anneal_sweeps);
  EXPECT_EQ(state.label, start);
  EXPECT_EQ(SearchPartition(layout, state, options).cluster_of_item, planted);
  options.first_temperature = 0.5;  // cold from the first
  EXPECT_EQ(StartPartitionSearch(start, options).sweeps, 0);
}

TEST(RestartPartition, FromLabelsTakesTheScattersByTheirEvidence) {
  Random random(testing::TestSeed(), 6);
  const PartitionLayout layout = MakePartitionLayout(PlantedAnswers(60, 3, 80, 0.2, &random));
  PartitionRestartsOptions options{.search = {}, .restarts = 5, .num_threads = 2, .start = {}};
  EXPECT_EQ(RestartPartition(layout, options).scatter,
            std::vector<double>(kScatters.begin(), kScatters.end()));
  for (int i = 0; i < 60; ++i) options.start.push_back(i % 3);
  const PartitionRestarts found = RestartPartition(layout, options);
  double before = 0;
  for (std::size_t r = 0; r < 5; ++r) {
    PartitionPrior prior = options.search.prior;
    prior.scatter = found.scatter[r];
    const double evidence = PartitionEvidence(layout, prior, options.start);
    if (r > 0) {
      EXPECT_LE(evidence, before);
    }
    before = evidence;
  }
  options.num_threads = 1;
  EXPECT_EQ(RestartPartition(layout, options).runs[0].cluster_of_item, found.runs[0].cluster_of_item);
}

}  // namespace
}  // namespace crowdclust
