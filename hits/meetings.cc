#include "hits/meetings.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace crowdclust {
namespace {

std::vector<std::vector<int>> BlocksOfItems(int num_items, const Blocks& blocks) {
  std::vector<std::vector<int>> blocks_of_item(static_cast<std::size_t>(num_items));
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    for (const int item : blocks[b])
      blocks_of_item[static_cast<std::size_t>(item)].push_back(static_cast<int>(b));
  }
  return blocks_of_item;
}

// The least sum of squares of whole numbers with this sum.
double LeastSquares(double sum, double count) {
  const double each = std::floor(sum / count), rest = sum - each * count;
  return (count - rest) * each * each + rest * (each + 1) * (each + 1);
}

}  // namespace

Meetings MeetingsOf(int num_items, const Blocks& blocks) {
  Meetings found;
  const auto blocks_of_item = BlocksOfItems(num_items, blocks);
  std::vector<int> met(blocks_of_item.size());  // with the item at hand, of those after it
  std::vector<int> others;
  double squares = 0;
  for (int item = 0; item < num_items; ++item) {
    for (const int block : blocks_of_item[static_cast<std::size_t>(item)]) {
      for (const int other : blocks[static_cast<std::size_t>(block)]) {
        if (other > item && met[static_cast<std::size_t>(other)]++ == 0) others.push_back(other);
      }
    }
    for (const int other : others) {
      const int times = std::exchange(met[static_cast<std::size_t>(other)], 0);
      found.meetings += times;
      found.most_of_pair = std::max(found.most_of_pair, times);
      squares += static_cast<double>(times) * times;
    }
    found.pairs_met += static_cast<std::int64_t>(others.size());
    others.clear();
  }
  const double pairs = 0.5 * num_items * (num_items - 1.0);
  if (pairs > 0)
    found.uneven = std::llround((squares - LeastSquares(static_cast<double>(found.meetings), pairs)) / 2);
  return found;
}

}  // namespace crowdclust
