// The answers, laid out for sweeps over pairs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "answers/answers.h"

namespace crowdclust {

// One row of the answers, by what is needed to find its companions.
struct ItemPlace {
  int assignment;
  int position;  // in that assignment
};

// Assignments that hold fewer than two items say nothing and are passed over. About 30 bytes a row.
struct CrowdLayout {
  static constexpr std::size_t kSlack = 8;  // rows of -1 after the last, so that whole vectors may be read

  int num_items = 0;
  int num_workers = 0;
  std::int64_t num_rows = 0;  // R
  std::int64_t num_pairs = 0;
  std::vector<int> worker_of_assignment;            // A
  std::vector<std::int64_t> row_of_assignment;      // A + 1, first rows
  std::vector<int> item_of_row;                     // R + kSlack
  std::vector<int> group_of_row;                    // R + kSlack
  std::vector<std::int64_t> first_place_of_item;    // N + 1
  std::vector<ItemPlace> place;                     // R, by item, then worker, then assignment
  std::vector<std::int64_t> first_place_of_worker;  // J + 1
  std::vector<ItemPlace> place_of_worker;           // R, by worker, then item, then assignment
  // Items in classes such that two items of one class share no assignment, so that a class may be updated at
  // once: class c holds item_in_class[first_of_class[c]] .. item_in_class[first_of_class[c + 1] - 1].
  std::vector<std::int64_t> first_of_class;
  std::vector<int> item_in_class;

  std::span<const ItemPlace> PlacesOf(int item) const { return Between(place, first_place_of_item, item); }
  std::span<const ItemPlace> PlacesOfWorker(int worker) const {
    return Between(place_of_worker, first_place_of_worker, worker);
  }
  int WorkerAt(const ItemPlace& at) const {
    return worker_of_assignment[static_cast<std::size_t>(at.assignment)];
  }
  int ItemAt(const ItemPlace& at) const {
    return item_of_row[static_cast<std::size_t>(row_of_assignment[static_cast<std::size_t>(at.assignment)] +
                                                at.position)];
  }

 private:
  static std::span<const ItemPlace> Between(const std::vector<ItemPlace>& places,
                                            const std::vector<std::int64_t>& first, int index) {
    const auto from = static_cast<std::size_t>(first[static_cast<std::size_t>(index)]);
    const auto to = static_cast<std::size_t>(first[static_cast<std::size_t>(index) + 1]);
    return {places.data() + from, to - from};
  }
};

// O(rows + pairs); the pairs are for the classes, found greedily in item order. Throws InputError for 2^31
// assignments or more.
CrowdLayout MakeCrowdLayout(const Answers& answers);

// The same answers, given by one worker.
CrowdLayout PooledLayout(CrowdLayout layout);

}  // namespace crowdclust
