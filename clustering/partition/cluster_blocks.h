// How the clusters of a labelling fall into the groups of one assignment.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "clustering/partition/partition_layout.h"

namespace crowdclust {

// The items of one cluster in one group of an assignment.
struct ClusterCell {
  int cluster = 0;
  int group = 0;
  int share = 0;  // which of the layout's shares the group has
  int count = 0;
};

// The cells of an assignment by cluster, then group; `cells` is overwritten. O(M log M).
inline void ListCells(const PartitionLayout& layout, std::size_t assignment,
                      std::span<const int> cluster_of_item, std::vector<ClusterCell>* cells) {
  cells->clear();
  const auto first = static_cast<std::size_t>(layout.first_row[assignment]);
  const auto last = static_cast<std::size_t>(layout.first_row[assignment + 1]);
  for (std::size_t r = first; r < last; ++r) {
    cells->push_back({cluster_of_item[static_cast<std::size_t>(layout.item_of_row[r])],
                      layout.group_of_row[r], layout.ShareOfRow(r), 1});
  }
  std::ranges::sort(*cells, [](const ClusterCell& x, const ClusterCell& y) {
    return x.cluster != y.cluster ? x.cluster < y.cluster : x.group < y.group;
  });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < cells->size(); ++i) {
    ClusterCell& last_kept = (*cells)[kept];
    if (last_kept.cluster == (*cells)[i].cluster && last_kept.group == (*cells)[i].group) {
      ++last_kept.count;
    } else {
      (*cells)[++kept] = (*cells)[i];
    }
  }
  cells->resize(std::min(cells->size(), kept + 1));
}

// Calls visit(cells of one cluster, its items there) for each cluster.
template <typename Visit>
void ForEachBlock(std::span<const ClusterCell> cells, const Visit& visit) {
  while (!cells.empty()) {
    std::size_t end = 0;
    int items = 0;
    for (; end < cells.size() && cells[end].cluster == cells.front().cluster; ++end)
      items += cells[end].count;
    visit(cells.first(end), items);
    cells = cells.subspan(end);
  }
}

}  // namespace crowdclust
