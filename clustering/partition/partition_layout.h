// The answers, laid out for the partition model.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "answers/answers.h"

namespace crowdclust {

// One place of an item: its row among all rows.
struct PartitionLayout {
  int num_items = 0;
  int num_assignments = 0;
  std::vector<std::int64_t> first_row;  // A + 1
  std::vector<int> assignment_of_row;   // R
  std::vector<int> item_of_row;         // R
  std::vector<int> group_of_row;        // R
  std::vector<double> share_of_row;     // R: b_pg, the share of the assignment's items in the row's group
  std::vector<std::int64_t> first_place_of_item;  // N + 1
  std::vector<std::int64_t> row_of_place;         // R, by item

  std::span<const std::int64_t> RowsOfItem(int item) const {
    const auto first = static_cast<std::size_t>(first_place_of_item[static_cast<std::size_t>(item)]);
    const auto last = static_cast<std::size_t>(first_place_of_item[static_cast<std::size_t>(item) + 1]);
    return {row_of_place.data() + first, last - first};
  }
};

// Assignments of fewer than two items are passed over. O(rows).
PartitionLayout MakePartitionLayout(const Answers& answers);

}  // namespace crowdclust
