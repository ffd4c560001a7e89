#include "clustering/hierarchy.h"

#include <fmt/format.h>

#include "clustering/tree/linkage.h"
#include "metrics/rand_index.h"

namespace crowdclust {
namespace {

// Pooled over assignments; 1 where groups and labels are alike and chance could not have done else.
double AdjustedAgreement(const PairAgreement& sums) {
  const double room = sums.most - sums.expected;
  if (room > 1e-12) return (sums.index - sums.expected) / room;
  return sums.index >= sums.most - 1e-12 ? 1 : 0;
}

}  // namespace

ClusterTree LinkByTogetherness(const BlockModel& blocks) {
  return LinkClusters((1 - blocks.rate.array()).matrix(), LinkageRule::kAverage);
}

std::string Newick(const ClusterTree& tree) {
  std::vector<std::string> text;
  std::vector<double> height(static_cast<std::size_t>(tree.num_leaves));
  for (int leaf = 0; leaf < tree.num_leaves; ++leaf) text.push_back(fmt::format("cluster{}", leaf));
  for (const ClusterTree::Merge& merge : tree.merges) {
    const auto first = static_cast<std::size_t>(merge.first), second = static_cast<std::size_t>(merge.second);
    text.push_back(fmt::format("({}:{:.6g},{}:{:.6g})", text[first], merge.height - height[first],
                               text[second], merge.height - height[second]));
    height.push_back(merge.height);
  }
  return text.back() + ";";
}

std::vector<int> LevelsOfWorkers(const Answers& answers, const Clustering& clustering,
                                 const ClusterTree& tree) {
  std::vector<int> level(static_cast<std::size_t>(answers.num_workers()));
  std::vector<double> best(level.size(), -2);
  for (int count = 1; count <= tree.num_leaves; ++count) {
    const std::vector<int> cut = CutTree(tree, count);
    std::vector<PairAgreement> sums(level.size());
    std::vector<bool> answered(level.size());
    for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
      if (answers.RowsOf(p) < 2) continue;
      const auto worker = static_cast<std::size_t>(answers.worker_of_assignment[static_cast<std::size_t>(p)]);
      std::vector<int> labels;
      for (const int item : answers.ItemsOf(p))
        labels.push_back(
            cut[static_cast<std::size_t>(clustering.cluster_of_item[static_cast<std::size_t>(item)])]);
      const PairAgreement pairs = CountPairAgreement(CountContingency(labels, answers.GroupsOf(p)));
      sums[worker].index += pairs.index;
      sums[worker].expected += pairs.expected;
      sums[worker].most += pairs.most;
      answered[worker] = true;
    }
    for (std::size_t j = 0; j < level.size(); ++j) {
      if (!answered[j] || AdjustedAgreement(sums[j]) <= best[j] + 1e-12) continue;
      best[j] = AdjustedAgreement(sums[j]);
      level[j] = count;
    }
  }
  return level;
}

}  // namespace crowdclust
