#include "clustering/cut_choice.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "clustering/partition/partition_evidence.h"
#include "clustering/partition/partition_restarts.h"

namespace crowdclust {
namespace {

// Distinct values of `value_of` over an assignment's rows.
template <typename ValueOf>
int Distinct(const PartitionLayout& layout, std::size_t assignment, const ValueOf& value_of) {
  std::vector<int> values;
  for (auto r = static_cast<std::size_t>(layout.first_row[assignment]);
       r < static_cast<std::size_t>(layout.first_row[assignment + 1]); ++r) {
    values.push_back(value_of(r));
  }
  std::ranges::sort(values);
  return static_cast<int>(std::unique(values.begin(), values.end()) - values.begin());
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
  for (int p = 0; p < layout.num_assignments; ++p) {
    finest = std::max(finest, Distinct(layout, static_cast<std::size_t>(p),
                                       [&layout](std::size_t r) { return layout.group_of_row[r]; }));
  }
  return finest;
}

double MeanClustersShown(const PartitionLayout& layout, const std::vector<int>& label) {
  if (layout.num_assignments == 0) return 0;
  double total = 0;
  for (int p = 0; p < layout.num_assignments; ++p) {
    total += Distinct(layout, static_cast<std::size_t>(p), [&layout, &label](std::size_t r) {
      return label[static_cast<std::size_t>(layout.item_of_row[r])];
    });
  }
  return total / layout.num_assignments;
}

CutChoice WeighLabels(const PartitionLayout& layout, std::vector<int> label) {
  CutChoice choice;
  choice.evidence = -std::numeric_limits<double>::infinity();
  const std::vector<int> size = LabelSizes(label);
  const double process = 0.5 * ProcessEvidence(1, size);
  for (const double scatter : kScatters) {
    const double evidence = process + GroupingEvidence(layout, scatter, label);
    if (evidence > choice.evidence) {
      choice.evidence = evidence;
      choice.scatter = scatter;
    }
  }
  choice.num_clusters = static_cast<int>(size.size());
  choice.label = std::move(label);
  return choice;
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
  CutChoice best;
  for (const int count : CandidateCounts(tree.num_leaves)) {
    std::vector<int> label = CutItems(tree, leaf_of_item, count);
    if (count > 1 && MeanClustersShown(layout, label) > finest + 1e-9) break;  // finer cuts only show more
    CutChoice choice = WeighLabels(layout, std::move(label));
    if (best.label.empty() || choice.evidence > best.evidence) best = std::move(choice);
  }
  return best;
}

}  // namespace crowdclust
