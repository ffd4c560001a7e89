#include "clustering/partition/merge_gains.h"

#include <cmath>
#include <vector>

#include "base/special.h"
#include "clustering/partition/cluster_blocks.h"

namespace crowdclust {
namespace {

// One cluster's part of an assignment.
struct Block {
  std::span<const ClusterCell> cells;
  int items = 0;
};

double GainOf(const Block& one, const Block& two, const ScatterTables& tables) {
  const auto count = [&tables](int items) {
    return tables.evidence_of_count[static_cast<std::size_t>(items)];
  };
  double gain = count(one.items + two.items) - count(one.items) - count(two.items);
  auto x = one.cells.begin();
  for (const ClusterCell& y : two.cells) {
    while (x != one.cells.end() && x->group < y.group) ++x;
    if (x == one.cells.end()) break;
    if (x->group != y.group) continue;
    gain += tables.EvidenceOfSame(y.share, x->count + y.count) - tables.EvidenceOfSame(y.share, x->count) -
            tables.EvidenceOfSame(y.share, y.count);
  }
  return gain;
}

}  // namespace

Eigen::MatrixXd MergeGains(const PartitionLayout& layout, const PartitionPrior& prior,
                           const ScatterTables& tables, std::span<const int> cluster_of_item) {
  const std::vector<int> size = LabelSizes(cluster_of_item);
  const auto count = static_cast<Eigen::Index>(size.size());
  Eigen::MatrixXd gains = Eigen::MatrixXd::Zero(count, count);
  for (Eigen::Index k = 0; k < count; ++k) {
    for (Eigen::Index l = k + 1; l < count; ++l) {
      const int first = size[static_cast<std::size_t>(k)], second = size[static_cast<std::size_t>(l)];
      gains(k, l) =
          LogGamma(first + second) - LogGamma(first) - LogGamma(second) - std::log(prior.concentration);
    }
  }
  std::vector<ClusterCell> cells;
  std::vector<Block> blocks;
  for (std::size_t p = 0; p + 1 < layout.first_row.size(); ++p) {
    ListCells(layout, p, cluster_of_item, &cells);
    blocks.clear();
    ForEachBlock(cells, [&](std::span<const ClusterCell> block, int items) {
      blocks.push_back({block, items});
    });
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      for (std::size_t j = i + 1; j < blocks.size(); ++j) {
        gains(blocks[i].cells.front().cluster, blocks[j].cells.front().cluster) +=
            GainOf(blocks[i], blocks[j], tables);
      }
    }
  }
  return gains;
}

}  // namespace crowdclust
