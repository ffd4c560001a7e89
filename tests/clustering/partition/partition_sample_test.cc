#include "clustering/partition/partition_sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "clustering/clustering.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

// Four items, of which the last stands in no assignment.
Answers FewAnswers() {
  Answers answers;
  for (const char* name : {"a", "b", "c", "d"}) answers.items.Add(name);
  answers.workers.Add("w");
  for (const std::vector<int>& groups :
       {std::vector<int>{0, 0, 1}, std::vector<int>{0, 0, 0}, std::vector<int>{0, 1, 1}}) {
    for (int i = 0; i < 3; ++i) {
      answers.item_of_row.push_back(i);
      answers.group_of_row.push_back(groups[static_cast<std::size_t>(i)]);
    }
    answers.worker_of_assignment.push_back(0);
    answers.hit_of_assignment.push_back(-1);
    answers.seconds.push_back(0);
    answers.first_row.push_back(answers.num_rows());
  }
  return answers;
}

// All partitions of four items, by labels in order of first appearance.
std::vector<std::vector<int>> AllPartitions() {
  std::vector<std::vector<int>> all;
  for (int b = 0; b <= 1; ++b) {
    for (int c = 0; c <= b + 1; ++c) {
      for (int d = 0; d <= std::max(b, c) + 1; ++d) all.push_back({0, b, c, d});
    }
  }
  return all;
}

std::vector<int> ByAppearance(const std::vector<int>& label) {
  std::map<int, int> number;
  std::vector<int> renamed;
  for (const int of_item : label)
    renamed.push_back(number.emplace(of_item, static_cast<int>(number.size())).first->second);
  return renamed;
}

TEST(SamplePartitions, DrawsEachPartitionAsOftenAsItIsLikely) {
  const PartitionLayout layout = MakePartitionLayout(FewAnswers());
  const PartitionPrior prior{.scatter = 0.7, .concentration = 0.8};
  std::map<std::vector<int>, double> chance;
  double all = 0;
  for (const std::vector<int>& label : AllPartitions())
    all += chance[label] = std::exp(PartitionEvidence(layout, prior, label));
  ASSERT_EQ(chance.size(), 15U);

  constexpr int kDraws = 40000;
  std::map<std::vector<int>, int> drawn;
  for (std::uint64_t chain = 0; chain < 8; ++chain) {
    for (const std::vector<int>& label : SamplePartitions(
             layout, {0, 0, 0, 0},
             {.prior = prior, .samples = kDraws / 8, .seed = testing::TestSeed(), .stream = chain}))
      ++drawn[ByAppearance(label)];
  }
  for (const auto& [label, weight] : chance) {
    const double share = weight / all;
    // Draws of one chain hang together: three sweeps lie between them.
    EXPECT_NEAR(drawn[label] / double{kDraws}, share, 8 * std::sqrt(share / kDraws) + 1e-4);
  }
}

TEST(SamplePartitions, SeedAndStreamNameThem) {
  const PartitionLayout layout = MakePartitionLayout(FewAnswers());
  PartitionSampleOptions options{.samples = 80, .seed = testing::TestSeed()};
  const auto one = SamplePartitions(layout, {0, 1, 0, 1}, options);
  EXPECT_EQ(one.size(), 80U);
  EXPECT_EQ(one, SamplePartitions(layout, {0, 1, 0, 1}, options));
  options.stream = 1;
  EXPECT_NE(one, SamplePartitions(layout, {0, 1, 0, 1}, options));
  options.stream = 0;
  options.seed += 1;
  EXPECT_NE(one, SamplePartitions(layout, {0, 1, 0, 1}, options));
}

}  // namespace
}  // namespace crowdclust
