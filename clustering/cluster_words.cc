#include "clustering/cluster_words.h"

#include <algorithm>

#include "base/number_index.h"

namespace crowdclust {
namespace {

bool ComesBefore(const WordCount& a, const WordCount& b) {
  return a.rows != b.rows ? a.rows > b.rows : a.word < b.word;
}

void KeepMost(ClusterWords* words) {
  std::ranges::sort(words->most, ComesBefore);
  if (words->most.size() <= kMostClusterWords) return;
  words->more = static_cast<std::int64_t>(words->most.size() - kMostClusterWords);
  words->most.resize(kMostClusterWords);
}

}  // namespace

std::vector<ClusterWords> WordsOfClusters(const Answers& answers, const Clustering& clustering) {
  if (answers.group_words.empty()) return {};
  std::vector<ClusterWords> words(static_cast<std::size_t>(clustering.num_clusters));
  NumberIndex pairs;               // of a cluster and a word
  std::vector<std::size_t> place;  // of each pair: where its cluster counts the word
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const int word = answers.group_words.Of(p, groups[i]);
      if (word < 0) continue;
      const auto k = static_cast<std::size_t>(clustering.cluster_of_item[static_cast<std::size_t>(items[i])]);
      std::vector<WordCount>& counts = words[k].most;
      const auto pair = static_cast<std::size_t>(
          pairs.Add(static_cast<std::uint64_t>(k) << 32 | static_cast<std::uint64_t>(word)));
      if (pair == place.size()) {
        place.push_back(counts.size());
        counts.push_back({.word = word});
      }
      ++counts[place[pair]].rows;
    }
  }
  for (ClusterWords& of_cluster : words) KeepMost(&of_cluster);
  return words;
}

}  // namespace crowdclust
