#include "clustering/baselines/co_association.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "clustering/baselines/co_association_linkage.h"
#include "clustering/baselines/median_partition.h"
#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

Answers SparseAnswers(std::uint64_t stream) {
  Random random(testing::TestSeed(), stream);
  return testing::PlantAnswers(
      {.items = 30, .clusters = 3, .workers = 4, .assignments = 25, .per_hit = 5, .noise = 0.3}, &random);
}

struct Counts {
  int seen = 0, same = 0;
};

std::map<std::pair<int, int>, Counts> NaiveCounts(const Answers& answers) {
  std::map<std::pair<int, int>, Counts> counts;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    for (std::size_t a = 0; a < items.size(); ++a) {
      for (std::size_t b = 0; b < items.size(); ++b) {
        if (a == b) continue;
        ++counts[{items[a], items[b]}].seen;
        counts[{items[a], items[b]}].same += groups[a] == groups[b];
      }
    }
  }
  return counts;
}

TEST(CountCoAssociation, CountsEveryMeeting) {
  const Answers answers = SparseAnswers(1);
  const CoAssociation found = CountCoAssociation(answers);
  const auto naive = NaiveCounts(answers);
  ASSERT_EQ(found.meeting.size(), naive.size());
  double seen = 0, same = 0;
  for (int i = 0; i < 30; ++i) {
    for (const CoAssociation::Meeting& pair : found.MeetingsOf(i)) {
      EXPECT_EQ(pair.seen, naive.at({i, pair.other}).seen);
      EXPECT_EQ(pair.same, naive.at({i, pair.other}).same);
      seen += pair.seen;
      same += pair.same;
    }
  }
  EXPECT_DOUBLE_EQ(found.base_rate, same / seen);
}

// Mean over the pairs of two sets of leaves, unseen ones at the base rate: the definition on the full matrix.
double MeanApart(const CoAssociation& found, const std::vector<int>& x, const std::vector<int>& y) {
  double sum = 0;
  for (const int i : x) {
    for (const int k : y) {
      double similarity = found.base_rate;
      for (const CoAssociation::Meeting& pair : found.MeetingsOf(i)) {
        if (pair.other == k) similarity = found.Similarity(pair);
      }
      sum += 1 - similarity;
    }
  }
  return sum / static_cast<double>(x.size() * y.size());
}

// Counts tie often, so that there is no one tree: each merge must be the least that there is at its time.
TEST(LinkCoAssociation, EveryMergeIsTheNearestPairOfTheFullMatrix) {
  for (std::uint64_t stream = 1; stream < 6; ++stream) {
    const CoAssociation found = CountCoAssociation(SparseAnswers(stream));
    const ClusterTree tree = LinkCoAssociation(found);
    ASSERT_EQ(tree.merges.size(), 29u);
    std::map<int, std::vector<int>> live;
    for (int i = 0; i < 30; ++i) live[i] = {i};
    for (std::size_t m = 0; m < tree.merges.size(); ++m) {
      const ClusterTree::Merge& merge = tree.merges[m];
      EXPECT_NEAR(merge.height, MeanApart(found, live.at(merge.first), live.at(merge.second)), 1e-9);
      for (const auto& [one, x] : live) {
        for (const auto& [two, y] : live) {
          if (one < two) {
            EXPECT_GE(MeanApart(found, x, y), merge.height - 1e-9);
          }
        }
      }
      std::vector<int> joined = live.at(merge.first);
      joined.insert(joined.end(), live.at(merge.second).begin(), live.at(merge.second).end());
      live.erase(merge.first);
      live.erase(merge.second);
      live[30 + static_cast<int>(m)] = std::move(joined);
    }
  }
}

TEST(Disagreements, CountsThePairLabelsThatDiffer) {
  const Answers answers = SparseAnswers(9);
  Random random(testing::TestSeed(), 90);
  std::vector<int> label(30);
  for (int& k : label) k = random.Below(4);
  std::int64_t twice = 0;
  for (const auto& [pair, count] : NaiveCounts(answers)) {
    const bool together =
        label[static_cast<std::size_t>(pair.first)] == label[static_cast<std::size_t>(pair.second)];
    twice += together ? count.seen - count.same : count.same;
  }
  EXPECT_EQ(Disagreements(CountCoAssociation(answers), label), twice / 2);
}

TEST(ImproveMedianPartition, EndsWhereNoMoveHelpsAndKeepsEveryLabel) {
  const CoAssociation found = CountCoAssociation(SparseAnswers(10));
  Random random(testing::TestSeed(), 91);
  std::vector<int> start(30);
  for (std::size_t i = 0; i < 30; ++i) start[i] = i < 4 ? static_cast<int>(i) : random.Below(4);
  const std::vector<int> label = ImproveMedianPartition(found, start);
  const std::int64_t least = Disagreements(found, label);
  EXPECT_LE(least, Disagreements(found, start));
  EXPECT_EQ(*std::ranges::max_element(label), 3);
  for (std::size_t i = 0; i < 30; ++i) {
    if (std::ranges::count(label, label[i]) == 1) continue;
    for (int k = 0; k < 4; ++k) {
      std::vector<int> moved = label;
      moved[i] = k;
      EXPECT_GE(Disagreements(found, moved), least);
    }
  }
}

}  // namespace
}  // namespace crowdclust
