#include "clustering/partition/partition_layout.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "base/error.h"
#include "base/huge_pages.h"

namespace crowdclust {
namespace {

// Numbers the groups of assignments through.
class GroupNumbers {
 public:
  // Adds an assignment's groups to the layout; Number then gives their numbers.
  void Add(std::span<const int> groups, PartitionLayout* layout) {
    size_.assign(static_cast<std::size_t>(*std::ranges::max_element(groups)) + 1, 0);
    number_.assign(size_.size(), -1);
    for (const int group : groups) ++size_[static_cast<std::size_t>(group)];
    const auto items = static_cast<int>(groups.size());
    for (std::size_t g = 0; g < size_.size(); ++g) {
      if (size_[g] == 0) continue;
      const auto [place, added] = index_of_share_.emplace(static_cast<std::int64_t>(items) << 32 | size_[g],
                                                          static_cast<int>(layout->shares.size()));
      if (added) layout->shares.push_back({items, size_[g]});
      number_[g] = static_cast<int>(layout->share_of_group.size());
      layout->share_of_group.push_back(place->second);
    }
    layout->first_group.push_back(static_cast<int>(layout->share_of_group.size()));
  }
  int Number(int group) const { return number_[static_cast<std::size_t>(group)]; }

 private:
  std::unordered_map<std::int64_t, int> index_of_share_;
  std::vector<int> size_, number_;
};

void IndexPlaces(PartitionLayout* layout) {
  std::vector<int>& first = layout->first_place_of_item;
  first.assign(static_cast<std::size_t>(layout->num_items) + 1, 0);
  for (const int item : layout->item_of_row) ++first[static_cast<std::size_t>(item) + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  ReserveHuge(layout->item_of_row.size(), &layout->place);
  layout->place.resize(layout->item_of_row.size());
  std::vector<int> next(first.begin(), first.end() - 1);
  for (int p = 0; p < layout->num_assignments; ++p) {
    const int begin = layout->first_row[static_cast<std::size_t>(p)];
    const int end = layout->first_row[static_cast<std::size_t>(p) + 1];
    for (int row = begin; row < end; ++row) {
      const auto r = static_cast<std::size_t>(row);
      int& at = next[static_cast<std::size_t>(layout->item_of_row[r])];
      layout->place[static_cast<std::size_t>(at++)] = {row, begin, layout->ShareOfRow(r)};
    }
  }
}

}  // namespace

PartitionLayout MakePartitionLayout(const Answers& answers) {
  if (answers.num_rows() >= std::numeric_limits<int>::max())
    throw InputError("more than 2^31 rows; the partition model takes fewer");
  PartitionLayout layout;
  layout.num_items = answers.num_items();
  layout.first_row.push_back(0);
  layout.first_group.push_back(0);
  const auto rows = static_cast<std::size_t>(answers.num_rows());
  ReserveHuge(rows, &layout.item_of_row);
  ReserveHuge(rows, &layout.group_of_row);
  GroupNumbers numbers;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    if (items.size() < 2) continue;
    numbers.Add(groups, &layout);
    for (std::size_t i = 0; i < items.size(); ++i) {
      layout.item_of_row.push_back(items[i]);
      layout.group_of_row.push_back(numbers.Number(groups[i]));
    }
    ++layout.num_assignments;
    layout.first_row.push_back(static_cast<int>(layout.item_of_row.size()));
  }
  IndexPlaces(&layout);
  return layout;
}

}  // namespace crowdclust
