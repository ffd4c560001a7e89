#include "clustering/hierarchy.h"

#include <fmt/format.h>

#include "clustering/assignments_of_workers.h"
#include "clustering/level_agreement.h"
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

// The number of clusters whose sums agree best, the fewest at a tie; sums[0] is of none.
int BestLevel(const std::vector<PairAgreement>& sums) {
  double best = -2;
  int level = 0;
  for (std::size_t count = 1; count < sums.size(); ++count) {
    const double agreement = AdjustedAgreement(sums[count]);
    if (agreement <= best + 1e-12) continue;
    best = agreement;
    level = static_cast<int>(count);
  }
  return level;
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
  const LeafOrder order = OrderLeaves(tree);
  const AssignmentsOfWorkers assignments = GroupByWorker(answers);
  std::vector<int> level(static_cast<std::size_t>(answers.num_workers())), leaf;
  std::vector<PairAgreement> sums;
  LevelScratch scratch;
  for (int worker = 0; worker < answers.num_workers(); ++worker) {
    sums.assign(static_cast<std::size_t>(tree.num_leaves) + 1, {});
    bool answered = false;
    for (const int p : assignments.Of(worker)) {
      if (answers.RowsOf(p) < 2) continue;
      answered = true;
      leaf.clear();
      for (const int item : answers.ItemsOf(p))
        leaf.push_back(clustering.cluster_of_item[static_cast<std::size_t>(item)]);
      AddLevels(order, leaf, answers.GroupsOf(p), &scratch, &sums);
    }
    if (answered) level[static_cast<std::size_t>(worker)] = BestLevel(sums);
  }
  return level;
}

}  // namespace crowdclust
