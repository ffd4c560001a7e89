// What people answered: every assignment's partition, in flat arrays.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "answers/group_words.h"
#include "base/name_index.h"

namespace crowdclust {

// A assignments of R rows in all, over N items and J workers. Row r says that the assignment's worker put
// item item_of_row[r] in group group_of_row[r]; groups are 0, 1, … in order of first appearance and mean
// something only within one assignment. An item stands at most once in an assignment. Items that got no group
// have no row. The pair labels are implied: M rows are M (M - 1) / 2 of them, and pairs are never stored.
struct Answers {
  NameIndex items;
  NameIndex workers;
  NameIndex hits;
  std::vector<int> worker_of_assignment;  // A
  std::vector<int> hit_of_assignment;     // A; -1 where no HIT is named
  std::vector<double> seconds;            // A; NaN where not known
  std::vector<std::int64_t> first_row{
      0};                         // A + 1; assignment p owns rows first_row[p] .. first_row[p + 1] - 1
  std::vector<int> item_of_row;   // R
  std::vector<int> group_of_row;  // R
  GroupWords group_words;         // the names of groups that are more than numbers

  int num_items() const { return items.size(); }
  int num_workers() const { return workers.size(); }
  std::int64_t num_assignments() const { return static_cast<std::int64_t>(worker_of_assignment.size()); }
  std::int64_t num_rows() const { return static_cast<std::int64_t>(item_of_row.size()); }

  std::int64_t RowsOf(std::int64_t assignment) const {
    const auto p = static_cast<std::size_t>(assignment);
    return first_row[p + 1] - first_row[p];
  }
  std::span<const int> ItemsOf(std::int64_t assignment) const {
    return {item_of_row.data() + first_row[static_cast<std::size_t>(assignment)],
            static_cast<std::size_t>(RowsOf(assignment))};
  }
  std::span<const int> GroupsOf(std::int64_t assignment) const {
    return {group_of_row.data() + first_row[static_cast<std::size_t>(assignment)],
            static_cast<std::size_t>(RowsOf(assignment))};
  }
};

// Pair labels of M items: M (M - 1) / 2.
constexpr std::int64_t PairsOf(std::int64_t items) { return items * (items - 1) / 2; }

// Pair labels of all assignments.
std::int64_t NumPairs(const Answers& answers);

}  // namespace crowdclust
