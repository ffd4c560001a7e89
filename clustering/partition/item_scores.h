// Labels of all items, and how well an item fits each cluster.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "clustering/partition/partition_evidence.h"
#include "clustering/partition/scatter_tables.h"

namespace crowdclust {

// Clusters are slots 0, 1, …, some of them empty. `layout` and `tables` (of the prior's scatter) must outlive
// it.
class ItemScores {
 public:
  ItemScores(const PartitionLayout& layout, const ScatterTables& tables, std::vector<int> label);

  int num_slots() const { return static_cast<int>(size_.size()); }
  int label(int item) const { return label_[static_cast<std::size_t>(item)]; }
  int size(int slot) const { return size_[static_cast<std::size_t>(slot)]; }
  const std::vector<int>& labels() const { return label_; }

  // Takes an item out of its cluster, or puts one that was taken out into any slot.
  void TakeOut(int item);
  void PutIn(int item, int slot);

  // The lowest empty slot; makes one where there is none.
  int EmptySlot();

  // Weighs the item, which must have been taken out, against the clusters of its companions: for each, the
  // log of what M18 gains by it over an empty cluster, the process aside. Others gain 0. O(its rows M).
  struct Gain {
    int slot = 0;
    double value = 0;
  };
  std::span<const Gain> GainsOf(int item);

 private:
  // What companions need to know of a row, side by side.
  struct Row {
    int slot = 0;
    int group = 0;
  };

  // Asks for the rows of an assignment before their turn: in large studies each is a wait for memory.
  void PrefetchRows(const Place& place) const;

  const PartitionLayout& layout_;
  const ScatterTables& tables_;
  std::vector<int> label_;  // N
  std::vector<Row> row_;    // R
  std::vector<int> size_;   // items of each slot
  std::vector<int> empty_;  // slots, highest first

  std::vector<Gain> gains_;
  std::vector<double> gain_of_slot_;
  std::vector<char> has_gain_;        // of each slot
  std::vector<std::uint64_t> tally_;  // of each slot, in the assignment at hand
  std::vector<int> present_;          // room for the slots of an assignment, and one more
  std::vector<int> touched_;          // room for all slots, and one more
};

}  // namespace crowdclust
