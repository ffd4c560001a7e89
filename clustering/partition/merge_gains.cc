#include "clustering/partition/merge_gains.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/special.h"

namespace crowdclust {
namespace {

// One cluster's items in one assignment: how many in each group, by ascending group.
struct Block {
  struct Cell {
    int group = 0;
    double share = 0;  // b_pg
    int count = 0;
  };
  int cluster = 0;
  int size = 0;
  std::vector<Cell> cells;
};

std::vector<Block> BlocksOf(const PartitionLayout& layout, std::size_t assignment,
                            std::span<const int> cluster_of_item) {
  struct Row {
    int cluster, group;
    double share;
  };
  std::vector<Row> rows;
  for (auto r = static_cast<std::size_t>(layout.first_row[assignment]);
       r < static_cast<std::size_t>(layout.first_row[assignment + 1]); ++r) {
    rows.push_back({cluster_of_item[static_cast<std::size_t>(layout.item_of_row[r])], layout.group_of_row[r],
                    layout.share_of_row[r]});
  }
  std::ranges::sort(rows, [](const Row& x, const Row& y) {
    return x.cluster != y.cluster ? x.cluster < y.cluster : x.group < y.group;
  });
  std::vector<Block> blocks;
  for (const Row& row : rows) {
    if (blocks.empty() || blocks.back().cluster != row.cluster) blocks.push_back({row.cluster, 0, {}});
    Block& block = blocks.back();
    if (block.cells.empty() || block.cells.back().group != row.group)
      block.cells.push_back({row.group, row.share, 0});
    ++block.cells.back().count;
    ++block.size;
  }
  return blocks;
}

double GainOf(const Block& one, const Block& two, double a) {
  double gain =
      LogGamma(a + one.size) + LogGamma(a + two.size) - LogGamma(a) - LogGamma(a + one.size + two.size);
  auto x = one.cells.begin();
  for (const Block::Cell& y : two.cells) {
    while (x != one.cells.end() && x->group < y.group) ++x;
    if (x == one.cells.end()) break;
    if (x->group != y.group) continue;
    const double ab = a * y.share;
    gain +=
        LogGamma(ab + x->count + y.count) + LogGamma(ab) - LogGamma(ab + x->count) - LogGamma(ab + y.count);
  }
  return gain;
}

}  // namespace

Eigen::MatrixXd MergeGains(const PartitionLayout& layout, const PartitionPrior& prior,
                           std::span<const int> cluster_of_item) {
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
  for (std::size_t p = 0; p + 1 < layout.first_row.size(); ++p) {
    const std::vector<Block> blocks = BlocksOf(layout, p, cluster_of_item);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      for (std::size_t j = i + 1; j < blocks.size(); ++j)
        gains(blocks[i].cluster, blocks[j].cluster) += GainOf(blocks[i], blocks[j], prior.scatter);
    }
  }
  return gains;
}

}  // namespace crowdclust
