#include "clustering/partition/item_scores.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/huge_pages.h"
#include "base/prefetch.h"

namespace crowdclust {
namespace {

constexpr std::size_t kAhead = 6;  // places

// A tally holds two counts: items of a cluster, and those of them in one group.
constexpr std::uint64_t kCount = 1, kSame = std::uint64_t{1} << 32;

}  // namespace

ItemScores::ItemScores(const PartitionLayout& layout, const ScatterTables& tables, std::vector<int> label)
    : layout_(layout), tables_(tables), label_(std::move(label)), size_(LabelSizes(label_)) {
  ReserveHuge(layout.item_of_row.size(), &row_);
  for (std::size_t r = 0; r < layout.item_of_row.size(); ++r)
    row_.push_back({label_[static_cast<std::size_t>(layout.item_of_row[r])], layout.group_of_row[r]});
  for (int slot = num_slots() - 1; slot >= 0; --slot) {
    if (size(slot) == 0) empty_.push_back(slot);
  }
  gain_of_slot_.assign(size_.size(), 0);
  has_gain_.assign(size_.size(), 0);
  tally_.assign(size_.size(), 0);
  present_.resize(tables.log_count.size() + 1);
  touched_.resize(size_.size() + 1);
}

CROWDCLUST_ASKS_AHEAD void ItemScores::PrefetchRows(const Place& place) const {
  PrefetchEnds(row_.data() + place.first_row, layout_.shares[static_cast<std::size_t>(place.share)].items);
}

void ItemScores::TakeOut(int item) {
  const int slot = label(item);
  if (--size_[static_cast<std::size_t>(slot)] > 0) return;
  empty_.insert(std::ranges::lower_bound(empty_, slot, std::greater<>()), slot);
}

void ItemScores::PutIn(int item, int slot) {
  if (size_[static_cast<std::size_t>(slot)]++ == 0) std::erase(empty_, slot);
  int& own = label_[static_cast<std::size_t>(item)];
  if (own == slot) return;
  own = slot;
  for (const Place& place : layout_.PlacesOf(item)) row_[static_cast<std::size_t>(place.row)].slot = slot;
}

int ItemScores::EmptySlot() {
  if (empty_.empty()) {
    empty_.push_back(num_slots());
    size_.push_back(0);
    gain_of_slot_.push_back(0);
    has_gain_.push_back(0);
    tally_.push_back(0);
    touched_.push_back(0);
  }
  return empty_.back();
}

// Lists grow without branches, which would be guessed wrong half the time: what is listed already is
// overwritten.
std::span<const ItemScores::Gain> ItemScores::GainsOf(int item) {
  const Row* rows = row_.data();
  std::uint64_t* tally = tally_.data();
  int* present = present_.data();
  std::size_t num_touched = 0;
  const std::span<const Place> places = layout_.PlacesOf(item);
  for (std::size_t at = 0; at < places.size(); ++at) {
    if (at + kAhead < places.size()) PrefetchRows(places[at + kAhead]);
    const Place& place = places[at];
    const auto share = static_cast<std::size_t>(place.share);
    const int group = rows[place.row].group;
    std::size_t num_present = 0;
    const auto add = [&](int from, int to) {
      for (int r = from; r < to; ++r) {
        const int slot = rows[r].slot;
        present[num_present] = slot;
        num_present += tally[slot] == 0 ? 1 : 0;
        tally[slot] += rows[r].group == group ? kCount + kSame : kCount;
      }
    };
    add(place.first_row, place.row);
    add(place.row + 1, place.first_row + layout_.shares[share].items);
    const double* log_same = tables_.log_same.data() + tables_.first[share];
    for (std::size_t i = 0; i < num_present; ++i) {
      const auto k = static_cast<std::size_t>(present[i]);
      touched_[num_touched] = present[i];
      num_touched += has_gain_[k] == 0 ? 1 : 0;
      has_gain_[k] = 1;
      gain_of_slot_[k] += log_same[tally[k] / kSame] - tables_.log_count[tally[k] % kSame];
      tally[k] = 0;
    }
  }
  gains_.clear();
  for (std::size_t i = 0; i < num_touched; ++i) {
    const auto k = static_cast<std::size_t>(touched_[i]);
    gains_.push_back({touched_[i], gain_of_slot_[k]});
    gain_of_slot_[k] = 0;
    has_gain_[k] = 0;
  }
  return gains_;
}

}  // namespace crowdclust
