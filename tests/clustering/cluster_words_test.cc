#include "clustering/cluster_words.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

struct Case {
  Answers answers;
  Clustering clustering;
};

// Items of random clusters in random groups, whose names are w0, w1, … or numbers.
Case SomeCase(int num_words) {
  Random random(testing::TestSeed(), 3);
  Case some;
  constexpr int kItems = 12;
  std::vector<int> label;
  for (int i = 0; i < kItems; ++i) {
    some.answers.items.Add("i" + std::to_string(i));
    label.push_back(i < 3 ? i : random.Below(3));
  }
  some.clustering = MakeClustering(label);
  some.answers.workers.Add("w");
  for (int p = 0; p < 30; ++p) {
    std::vector<std::string> names;
    for (int g = 0; g < 4; ++g)
      names.push_back(random.Chance(0.2) ? "7" : "w" + std::to_string(random.Below(num_words)));
    const std::vector<std::string_view> views(names.begin(), names.end());
    if (p == 0) StartWithoutWords({}, &some.answers.group_words);
    AddGroupNames(views, &some.answers.group_words);
    for (int i = 0; i < kItems; ++i) {
      some.answers.item_of_row.push_back(i);
      some.answers.group_of_row.push_back(random.Below(4));
    }
    some.answers.worker_of_assignment.push_back(0);
    some.answers.hit_of_assignment.push_back(-1);
    some.answers.seconds.push_back(0);
    some.answers.first_row.push_back(some.answers.num_rows());
  }
  return some;
}

TEST(WordsOfClusters, CountRowsAsANaiveLoopDoes) {
  for (const int num_words : {3, 60}) {
    const Case some = SomeCase(num_words);
    const auto found = WordsOfClusters(some.answers, some.clustering);
    ASSERT_EQ(found.size(), 3U);
    for (int k = 0; k < 3; ++k) {
      std::map<int, std::int64_t> naive;
      for (std::int64_t p = 0; p < some.answers.num_assignments(); ++p) {
        for (std::size_t i = 0; i < some.answers.ItemsOf(p).size(); ++i) {
          const auto item = static_cast<std::size_t>(some.answers.ItemsOf(p)[i]);
          const int word = some.answers.group_words.Of(p, some.answers.GroupsOf(p)[i]);
          if (some.clustering.cluster_of_item[item] == k && word >= 0) ++naive[word];
        }
      }
      const ClusterWords& words = found[static_cast<std::size_t>(k)];
      EXPECT_EQ(words.most.size() + static_cast<std::size_t>(words.more), naive.size());
      EXPECT_LE(words.most.size(), kMostClusterWords);
      for (std::size_t w = 0; w < words.most.size(); ++w) {
        EXPECT_EQ(words.most[w].rows, naive[words.most[w].word]);
        naive.erase(words.most[w].word);
        if (w == 0) continue;
        const WordCount &before = words.most[w - 1], &now = words.most[w];
        EXPECT_TRUE(before.rows > now.rows || (before.rows == now.rows && before.word < now.word));
      }
      for (const auto& [word, rows] : naive) EXPECT_LE(rows, words.most.back().rows);
    }
  }
}

TEST(WordsOfClusters, AreNoneWithoutWords) {
  Case some = SomeCase(3);
  some.answers.group_words = {};
  EXPECT_TRUE(WordsOfClusters(some.answers, some.clustering).empty());
}

}  // namespace
}  // namespace crowdclust
