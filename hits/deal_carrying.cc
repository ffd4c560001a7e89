#include "hits/deal_carrying.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/random.h"
#include "hits/item_rounds.h"

namespace crowdclust {
namespace {

constexpr int kTries = 20;  // to find an item of another block

class Carrying {
 public:
  Carrying(int num_items, std::uint64_t seed)
      : random_(seed, 1),
        rounds_(num_items, Random(seed)),
        times_(static_cast<std::size_t>(num_items)),
        last_block_(times_.size(), -1) {}

  void DealBlock(int items_per_block, int carried) {
    block_.clear();
    while (static_cast<int>(block_.size()) < carried && Carry()) {
    }
    while (static_cast<int>(block_.size()) < items_per_block)
      block_.push_back(rounds_.Take([this](int item) { return InBlock(item) ? -1 : 0; }));
    for (const int item : block_) {
      last_block_[static_cast<std::size_t>(item)] = static_cast<int>(blocks_.size());
      dealt_[++times_[static_cast<std::size_t>(item)]].push_back(item);
    }
    blocks_.push_back(block_);
  }

  Blocks Finish() { return std::move(blocks_); }

 private:
  bool InBlock(int item) const { return std::ranges::find(block_, item) != block_.end(); }

  // Takes an item of those dealt the fewest times; false where none has been dealt that is not in the block.
  bool Carry() {
    while (!dealt_.empty()) {
      auto& [times, items] = *dealt_.begin();
      std::size_t chosen = 0;
      for (int tries = 0; tries < kTries; ++tries) {
        chosen = static_cast<std::size_t>(random_.Below(static_cast<int>(items.size())));
        if (!SharesBlock(items[chosen])) break;
      }
      const int item = std::exchange(items[chosen], items.back());
      items.pop_back();
      const bool as_often = times_[static_cast<std::size_t>(item)] == times;  // not dealt again since
      if (items.empty()) dealt_.erase(dealt_.begin());
      if (!as_often || InBlock(item)) continue;
      block_.push_back(item);
      return true;
    }
    return false;
  }

  // Was dealt last with one that is in the block.
  bool SharesBlock(int item) const {
    return std::ranges::any_of(block_, [&](int other) {
      return last_block_[static_cast<std::size_t>(other)] == last_block_[static_cast<std::size_t>(item)];
    });
  }

  Random random_;
  ItemRounds rounds_;
  std::vector<int> times_;                 // that an item was dealt
  std::vector<int> last_block_;            // that an item was dealt to, -1 for none
  std::map<int, std::vector<int>> dealt_;  // items by the times, some of them out of date
  std::vector<int> block_;                 // at hand
  Blocks blocks_;
};

}  // namespace

Blocks DealCarrying(int num_items, int items_per_block, const std::vector<int>& carried, std::uint64_t seed) {
  Carrying carrying(num_items, seed);
  for (const int of_block : carried) carrying.DealBlock(items_per_block, of_block);
  return carrying.Finish();
}

}  // namespace crowdclust
