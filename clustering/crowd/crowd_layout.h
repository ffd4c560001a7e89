// The answers, laid out for sweeps over pairs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "answers/answers.h"

namespace crowdclust {

// One place of an item: position `position` in assignment `assignment`.
struct ItemPlace {
  int assignment;
  int position;
};

// Assignments that hold fewer than two items say nothing and are passed over. The rows of an assignment take
// `stride` slots, a multiple of kLanes; slots beyond its items are padding with group -1.
struct CrowdLayout {
  static constexpr int kLanes = 4;

  int num_items = 0;
  int num_workers = 0;
  std::int64_t num_pairs = 0;
  std::int64_t num_slots = 0;
  int largest_stride = 0;
  std::vector<int> worker_of_assignment;          // A
  std::vector<int> size_of_assignment;            // A
  std::vector<std::int64_t> slot_of_assignment;   // A + 1, first slots
  std::vector<int> item_of_slot;                  // S; -1 for padding
  std::vector<int> group_of_slot;                 // S; -1 for padding
  std::vector<std::int64_t> first_place_of_item;  // N + 1
  std::vector<ItemPlace> place;                   // by item
  std::vector<std::int64_t> first_of_worker;      // J + 1
  std::vector<int> assignment_of_worker;          // by worker, ascending
  // Items in classes such that two items of one class share no assignment, so that a class may be updated at
  // once: class c holds item_in_class[first_of_class[c]] .. item_in_class[first_of_class[c + 1] - 1].
  std::vector<std::int64_t> first_of_class;
  std::vector<int> item_in_class;

  int StrideOf(int assignment) const {
    const auto p = static_cast<std::size_t>(assignment);
    return static_cast<int>(slot_of_assignment[p + 1] - slot_of_assignment[p]);
  }
  std::span<const ItemPlace> PlacesOf(int item) const {
    const auto first = static_cast<std::size_t>(first_place_of_item[static_cast<std::size_t>(item)]);
    const auto last = static_cast<std::size_t>(first_place_of_item[static_cast<std::size_t>(item) + 1]);
    return {place.data() + first, last - first};
  }
  std::span<const int> AssignmentsOf(int worker) const {
    const auto first = static_cast<std::size_t>(first_of_worker[static_cast<std::size_t>(worker)]);
    const auto last = static_cast<std::size_t>(first_of_worker[static_cast<std::size_t>(worker) + 1]);
    return {assignment_of_worker.data() + first, last - first};
  }
};

// O(rows + pairs); the pairs are for the classes, found greedily in item order.
CrowdLayout MakeCrowdLayout(const Answers& answers);

}  // namespace crowdclust
