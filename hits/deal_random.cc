#include "hits/deal_random.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/random.h"

namespace crowdclust {
namespace {

// Fills up blocks from one deck of all items that is never put in order: each draw swaps a random item of
// what the block has not drawn yet to the front, so any order of the deck serves the next block.
class Filler {
 public:
  explicit Filler(int num_items) : deck_(static_cast<std::size_t>(num_items)) {
    std::iota(deck_.begin(), deck_.end(), 0);
  }

  void Fill(std::size_t items_per_block, std::vector<int>* items, Random* random) {
    const std::vector<int> dealt = *items;  // a few: about M / V
    for (std::size_t drawn = 0; items->size() < items_per_block; ++drawn) {
      const auto left = static_cast<int>(deck_.size() - drawn);
      std::swap(deck_[drawn], deck_[drawn + static_cast<std::size_t>(random->Below(left))]);
      if (std::ranges::find(dealt, deck_[drawn]) == dealt.end()) items->push_back(deck_[drawn]);
    }
  }

 private:
  std::vector<int> deck_;
};

}  // namespace

Blocks DealRandom(int num_items, int items_per_block, int num_blocks, std::uint64_t seed) {
  Blocks blocks(static_cast<std::size_t>(num_blocks));
  Random random(seed);
  const std::vector<int> order = random.Order(num_items);
  for (std::size_t i = 0; i < order.size(); ++i) blocks[i % blocks.size()].push_back(order[i]);

  Filler filler(num_items);
  for (std::vector<int>& block : blocks) {
    filler.Fill(static_cast<std::size_t>(items_per_block), &block, &random);
    random.Shuffle(&block);
  }
  return blocks;
}

}  // namespace crowdclust
