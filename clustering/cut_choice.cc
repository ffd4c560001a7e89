#include "clustering/cut_choice.h"

#include <algorithm>
#include <utility>

#include "clustering/partition/partition_evidence.h"
#include "clustering/partition/partition_restarts.h"

namespace crowdclust {
namespace {

// Tables of all kScatters.
std::vector<ScatterTables> AllTables(const PartitionLayout& layout) {
  std::vector<ScatterTables> tables;
  for (const double scatter : kScatters) tables.push_back(MakeScatterTables(layout, scatter));
  return tables;
}

CutChoice Weigh(const PartitionLayout& layout, const std::vector<ScatterTables>& tables,
                std::vector<int> label) {
  CutChoice choice;
  const std::vector<int> size = LabelSizes(label);
  const double process = 0.5 * ProcessEvidence(1, size);
  const std::vector<double> evidence = GroupingEvidence(layout, tables, label);
  const auto best = static_cast<std::size_t>(std::ranges::max_element(evidence) - evidence.begin());
  choice.evidence = process + evidence[best];
  choice.scatter = kScatters[best];
  choice.num_clusters = static_cast<int>(size.size());
  choice.label = std::move(label);
  return choice;
}

}  // namespace

std::vector<int> CandidateCounts(int most) {
  std::vector<int> counts;
  for (int count = 1; count <= most; count = std::max(count + 1, count > 40 ? count + count / 10 : 0))
    counts.push_back(count);
  return counts;
}

int FinestGrouping(const PartitionLayout& layout) {
  int finest = 0;
  for (std::size_t p = 0; p + 1 < layout.first_group.size(); ++p)
    finest = std::max(finest, layout.first_group[p + 1] - layout.first_group[p]);
  return finest;
}

double MeanClustersShown(const PartitionLayout& layout, const std::vector<int>& label) {
  if (layout.num_assignments == 0) return 0;
  std::vector<int> last_shown(LabelSizes(label).size(), -1);  // the assignment that showed a cluster last
  double total = 0;
  for (int p = 0; p < layout.num_assignments; ++p) {
    const int end = layout.first_row[static_cast<std::size_t>(p) + 1];
    for (int row = layout.first_row[static_cast<std::size_t>(p)]; row < end; ++row) {
      const int item = layout.item_of_row[static_cast<std::size_t>(row)];
      int& last = last_shown[static_cast<std::size_t>(label[static_cast<std::size_t>(item)])];
      if (last == p) continue;
      last = p;
      ++total;
    }
  }
  return total / layout.num_assignments;
}

CutChoice WeighLabels(const PartitionLayout& layout, std::vector<int> label) {
  return Weigh(layout, AllTables(layout), std::move(label));
}

std::vector<int> CutItems(const ClusterTree& tree, std::span<const int> leaf_of_item, int num_clusters) {
  const std::vector<int> label_of_leaf = CutTree(tree, num_clusters);
  std::vector<int> label;
  for (const int leaf : leaf_of_item) label.push_back(label_of_leaf[static_cast<std::size_t>(leaf)]);
  return label;
}

CutChoice ChooseCut(const PartitionLayout& layout, const ClusterTree& tree, std::span<const int> leaf_of_item,
                    int num_clusters) {
  if (num_clusters > 0)
    return WeighLabels(layout, CutItems(tree, leaf_of_item, std::min(num_clusters, tree.num_leaves)));
  const int finest = FinestGrouping(layout);
  const std::vector<ScatterTables> tables = AllTables(layout);
  CutChoice best;
  for (const int count : CandidateCounts(tree.num_leaves)) {
    std::vector<int> label = CutItems(tree, leaf_of_item, count);
    if (count > 1 && MeanClustersShown(layout, label) > finest + 1e-9) break;  // finer cuts only show more
    CutChoice choice = Weigh(layout, tables, std::move(label));
    if (best.label.empty() || choice.evidence > best.evidence) best = std::move(choice);
  }
  return best;
}

}  // namespace crowdclust
