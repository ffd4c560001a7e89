#include "hits/deal_evenly.h"

#include <algorithm>
#include <utility>

#include "base/random.h"
#include "hits/item_rounds.h"

namespace crowdclust {
namespace {

class Dealer {
 public:
  Dealer(int num_items, std::uint64_t seed)
      : rounds_(num_items, Random(seed)),
        blocks_of_item_(static_cast<std::size_t>(num_items)),
        met_(static_cast<std::size_t>(num_items)),
        met_for_(static_cast<std::size_t>(num_items), -1) {}

  void DealBlock(int items_per_block) {
    block_ = static_cast<int>(blocks_.size());
    blocks_.emplace_back();
    while (static_cast<int>(blocks_.back().size()) < items_per_block)
      AddItem(rounds_.Take([this](int item) { return InBlock(item) ? -1 : Met(item); }));
  }

  Blocks Finish() { return std::move(blocks_); }

 private:
  // How often the item met those of the block so far.
  int Met(int item) const {
    const auto i = static_cast<std::size_t>(item);
    return met_for_[i] == block_ ? met_[i] : 0;
  }

  bool InBlock(int item) const { return std::ranges::find(blocks_.back(), item) != blocks_.back().end(); }

  void AddItem(int item) {
    auto& blocks_of_item = blocks_of_item_[static_cast<std::size_t>(item)];
    for (const int block : blocks_of_item) {
      for (const int other : blocks_[static_cast<std::size_t>(block)]) {
        const auto o = static_cast<std::size_t>(other);
        if (met_for_[o] != block_) met_[o] = 0;
        met_for_[o] = block_;
        ++met_[o];
      }
    }
    blocks_of_item.push_back(block_);
    blocks_.back().push_back(item);
  }

  ItemRounds rounds_;
  Blocks blocks_;
  int block_ = 0;
  std::vector<std::vector<int>> blocks_of_item_;
  std::vector<int> met_;  // with the items of block met_for_
  std::vector<int> met_for_;
};

}  // namespace

Blocks DealEvenly(int num_items, int items_per_block, int num_blocks, std::uint64_t seed) {
  Dealer dealer(num_items, seed);
  for (int block = 0; block < num_blocks; ++block) dealer.DealBlock(items_per_block);
  return dealer.Finish();
}

}  // namespace crowdclust
