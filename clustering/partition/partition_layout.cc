#include "clustering/partition/partition_layout.h"

#include <algorithm>
#include <numeric>

namespace crowdclust {

PartitionLayout MakePartitionLayout(const Answers& answers) {
  PartitionLayout layout;
  layout.num_items = answers.num_items();
  layout.first_row.push_back(0);
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    if (items.size() < 2) continue;
    std::vector<int> size(static_cast<std::size_t>(*std::ranges::max_element(groups)) + 1);
    for (const int group : groups) ++size[static_cast<std::size_t>(group)];
    for (std::size_t i = 0; i < items.size(); ++i) {
      layout.assignment_of_row.push_back(layout.num_assignments);
      layout.item_of_row.push_back(items[i]);
      layout.group_of_row.push_back(groups[i]);
      layout.share_of_row.push_back(size[static_cast<std::size_t>(groups[i])] /
                                    static_cast<double>(items.size()));
    }
    ++layout.num_assignments;
    layout.first_row.push_back(static_cast<std::int64_t>(layout.item_of_row.size()));
  }
  std::vector<std::int64_t>& first = layout.first_place_of_item;
  first.assign(static_cast<std::size_t>(layout.num_items) + 1, 0);
  for (const int item : layout.item_of_row) ++first[static_cast<std::size_t>(item) + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  layout.row_of_place.resize(layout.item_of_row.size());
  std::vector<std::int64_t> next(first.begin(), first.end() - 1);
  for (std::size_t r = 0; r < layout.item_of_row.size(); ++r) {
    const auto item = static_cast<std::size_t>(layout.item_of_row[r]);
    layout.row_of_place[static_cast<std::size_t>(next[item]++)] = static_cast<std::int64_t>(r);
  }
  return layout;
}

}  // namespace crowdclust
