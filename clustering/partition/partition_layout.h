// The answers, laid out for the partition model.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "answers/answers.h"

namespace crowdclust {

// A group that holds `size` of an assignment's `items` items: its share b_pg is size / items.
struct GroupShare {
  int items = 0;
  int size = 0;

  double value() const { return static_cast<double>(size) / items; }
};

// Where an item stands: its row, and the assignment and the group of that.
struct Place {
  int row = 0;
  int first_row = 0;  // of the assignment
  int share = 0;      // of the group: which of the layout's shares, which know how many items were shown
};

// Assignments of fewer than two items are passed over. 20 bytes a row, 4 a group. Groups are numbered through
// all assignments.
struct PartitionLayout {
  int num_items = 0;
  int num_assignments = 0;
  std::vector<int> first_row;            // A + 1
  std::vector<int> item_of_row;          // R
  std::vector<int> group_of_row;         // R
  std::vector<int> first_place_of_item;  // N + 1
  std::vector<Place> place;              // R, by item
  std::vector<int> first_group;          // A + 1
  std::vector<int> share_of_group;       // by group: which of `shares`
  std::vector<GroupShare> shares;        // all that occur, once each

  std::span<const Place> PlacesOf(int item) const {
    const auto first = static_cast<std::size_t>(first_place_of_item[static_cast<std::size_t>(item)]);
    const auto last = static_cast<std::size_t>(first_place_of_item[static_cast<std::size_t>(item) + 1]);
    return {place.data() + first, last - first};
  }
  int ShareOfRow(std::size_t row) const {
    return share_of_group[static_cast<std::size_t>(group_of_row[row])];
  }
};

// O(rows). Throws InputError for 2^31 rows or more.
PartitionLayout MakePartitionLayout(const Answers& answers);

}  // namespace crowdclust
