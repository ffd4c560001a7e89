// What workers call the clusters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "answers/answers.h"
#include "clustering/clustering.h"

namespace crowdclust {

struct WordCount {
  int word = 0;           // index into Answers::group_words
  std::int64_t rows = 0;  // items of the cluster put under it, in all assignments
};

struct ClusterWords {
  std::vector<WordCount> most;  // the most frequent first, at a tie the word that came first
  std::int64_t more = 0;        // other words
};

inline constexpr std::size_t kMostClusterWords = 20;

// The words of the groups that held the items of each cluster (K). Empty where no group has a word. O(rows).
std::vector<ClusterWords> WordsOfClusters(const Answers& answers, const Clustering& clustering);

}  // namespace crowdclust
