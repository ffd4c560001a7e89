#include "hits/cover_pairs.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "hits/block_design.h"

namespace crowdclust {
namespace {

class Covering {
 public:
  explicit Covering(int num_items)
      : num_items_(num_items),
        to_meet_(static_cast<std::size_t>(num_items), num_items - 1),
        met_(static_cast<std::size_t>(num_items) * static_cast<std::size_t>(num_items)) {}

  bool Done() const {
    return std::ranges::all_of(to_meet_, [](int others) { return others == 0; });
  }

  void AddBlock(int items_per_block) {
    block_.clear();
    in_block_.assign(to_meet_.size(), false);
    gain_.assign(to_meet_.size(), 0);
    for (int i = 0; i < items_per_block; ++i) AddItem(Next());
    for (const int a : block_) {
      for (const int b : block_) {
        if (a == b || Met(a, b)) continue;
        Met(a, b) = true;
        --to_meet_[static_cast<std::size_t>(a)];
      }
    }
    blocks_.push_back(block_);
  }

  Blocks Finish() { return std::move(blocks_); }

 private:
  char& Met(int a, int b) {
    return met_[static_cast<std::size_t>(a) * to_meet_.size() + static_cast<std::size_t>(b)];
  }

  // The item that meets most of the block for the first time, of these the one with most left to meet.
  int Next() const {
    int best = -1;
    for (int item = 0; item < num_items_; ++item) {
      const auto i = static_cast<std::size_t>(item), b = static_cast<std::size_t>(best);
      if (in_block_[i]) continue;
      if (best < 0 || std::pair(gain_[i], to_meet_[i]) > std::pair(gain_[b], to_meet_[b])) best = item;
    }
    return best;
  }

  void AddItem(int item) {
    block_.push_back(item);
    in_block_[static_cast<std::size_t>(item)] = true;
    for (int other = 0; other < num_items_; ++other)
      gain_[static_cast<std::size_t>(other)] += !Met(item, other);
  }

  int num_items_;
  std::vector<int> to_meet_;  // others that an item has not met
  std::vector<char> met_;     // N x N
  std::vector<int> block_, gain_;
  std::vector<bool> in_block_;
  Blocks blocks_;
};

}  // namespace

Blocks CoverPairs(int num_items, int items_per_block) {
  assert(2 <= items_per_block && items_per_block <= num_items && num_items <= kMostItemsToCover);
  if ((num_items - 1) % (items_per_block - 1) == 0) {
    const int blocks_per_item = (num_items - 1) / (items_per_block - 1);
    if (auto blocks = FindBlockDesign(num_items, items_per_block, blocks_per_item)) return *blocks;
  }
  Covering covering(num_items);
  while (!covering.Done()) covering.AddBlock(items_per_block);
  return covering.Finish();
}

std::int64_t FewestBlocksToCover(int num_items, int items_per_block) {
  const auto up = [](std::int64_t a, std::int64_t b) { return (a + b - 1) / b; };
  return up(num_items * up(num_items - 1, items_per_block - 1), items_per_block);
}

}  // namespace crowdclust
