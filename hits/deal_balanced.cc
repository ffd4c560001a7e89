#include "hits/deal_balanced.h"

#include "hits/block_design.h"
#include "hits/deal_evenly.h"
#include "hits/exchange.h"

namespace crowdclust {

Blocks DealBalanced(int num_items, int items_per_block, int num_blocks, std::uint64_t seed) {
  const std::int64_t rows = std::int64_t{items_per_block} * num_blocks;
  if (rows % num_items == 0) {
    const auto blocks_per_item = static_cast<int>(rows / num_items);
    if (auto blocks = FindBlockDesign(num_items, items_per_block, blocks_per_item)) return *blocks;
  }
  Blocks blocks = DealEvenly(num_items, items_per_block, num_blocks, seed);
  if (num_items <= kMostItemsToExchange) ExchangeForEvenMeetings(num_items, seed, &blocks);
  return blocks;
}

}  // namespace crowdclust
