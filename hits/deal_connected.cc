#include "hits/deal_connected.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/error.h"
#include "base/random.h"
#include "hits/deal_carrying.h"
#include "hits/deal_evenly.h"
#include "hits/meeting_graph.h"

namespace crowdclust {
namespace {

constexpr double kMostWork = 2e9;   // rows times iterations of the eigenvector
constexpr int kMostFailures = 100;  // exchanges in turn that did not help

bool Has(const std::vector<int>& block, int item) { return std::ranges::find(block, item) != block.end(); }

// As many items carried over as leave every item new once, spread over the blocks.
std::vector<int> CarriedOfBlocks(int num_items, int items_per_block, int num_blocks) {
  const std::int64_t all = std::int64_t{items_per_block} * num_blocks - num_items;
  std::vector<int> carried(static_cast<std::size_t>(num_blocks));
  for (int b = 1; b < num_blocks; ++b)
    carried[static_cast<std::size_t>(b)] =
        static_cast<int>(all * b / (num_blocks - 1) - all * (b - 1) / (num_blocks - 1));
  return carried;
}

// An item of one block to be exchanged with one of another; places in them.
struct Exchange {
  std::size_t one = 0, two = 0, place_in_one = 0, place_in_two = 0;
};

// Blocks and how well they hang together.
struct Connected {
  Blocks blocks;
  SecondEigenvector second;
};

class GapSearch {
 public:
  GapSearch(int num_items, Blocks blocks, std::uint64_t seed) : num_items_(num_items), random_(seed, 3) {
    for (const std::vector<int>& block : blocks) rows_ += static_cast<double>(block.size());
    best_.blocks = std::move(blocks);
    best_.second = Second(best_.blocks);
  }

  // Many exchanges at once as long as that helps, then fewer and fewer.
  void Run() {
    auto at_once = std::max<std::size_t>(best_.blocks.size() / 20, 1);
    for (int failures = 0; failures < kMostFailures && work_ < kMostWork;) {
      if (TryExchanges(at_once)) {
        failures = 0;
      } else if (at_once > 1) {
        at_once /= 2;
      } else {
        ++failures;
      }
    }
  }

  const Connected& best() const { return best_; }

 private:
  SecondEigenvector Second(const Blocks& blocks) {
    SecondEigenvector second = FindSecondEigenvector(num_items_, blocks, 1e-5, best_.second.item);
    work_ += rows_ * second.iterations;
    return second;
  }

  // Keeps the exchanges if the gap is larger for them.
  bool TryExchanges(std::size_t count) {
    Connected next{best_.blocks, {}};
    for (const Exchange& exchange : Promising(count))
      std::swap(next.blocks[exchange.one][exchange.place_in_one],
                next.blocks[exchange.two][exchange.place_in_two]);
    next.second = Second(next.blocks);
    if (next.second.eigenvalue > best_.second.eigenvalue - 1e-6 || NumComponents(num_items_, next.blocks) > 1)
      return false;
    best_ = std::move(next);
    return true;
  }

  // Exchanges between the blocks farthest out on either side, of the items farthest out there: these bring
  // the sides together. Where one is asked for, one of the best by chance.
  std::vector<Exchange> Promising(std::size_t count) {
    const Blocks& blocks = best_.blocks;
    std::vector<double> side(blocks.size());
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      for (const int item : blocks[b]) side[b] += At(item);
    }
    std::vector<std::size_t> order(blocks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&side](std::size_t b) { return side[b]; });
    std::vector<Exchange> exchanges;
    const auto reach = static_cast<int>(std::max<std::size_t>(order.size() / 4, 1));
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t low = count > 1 ? i : static_cast<std::size_t>(random_.Below(reach));
      const std::size_t high = count > 1 ? i : static_cast<std::size_t>(random_.Below(reach));
      Exchange exchange{.one = order[low], .two = order[order.size() - 1 - high]};
      if (exchange.one != exchange.two && Choose(&exchange)) exchanges.push_back(exchange);
    }
    return exchanges;
  }

  // The lowest item of the low block and the highest of the high one that do not stand in the other.
  bool Choose(Exchange* exchange) const {
    const std::vector<int>& low = best_.blocks[exchange->one];
    const std::vector<int>& high = best_.blocks[exchange->two];
    int lowest = -1, highest = -1;
    for (std::size_t i = 0; i < low.size(); ++i) {
      if (Has(high, low[i]) || (lowest >= 0 && At(low[i]) >= At(lowest))) continue;
      lowest = low[i];
      exchange->place_in_one = i;
    }
    for (std::size_t i = 0; i < high.size(); ++i) {
      if (Has(low, high[i]) || (highest >= 0 && At(high[i]) <= At(highest))) continue;
      highest = high[i];
      exchange->place_in_two = i;
    }
    return lowest >= 0 && highest >= 0;
  }

  double At(int item) const { return best_.second.item[static_cast<std::size_t>(item)]; }

  int num_items_;
  Random random_;
  double rows_ = 0, work_ = 0;
  Connected best_;
};

}  // namespace

Blocks DealConnected(int num_items, int items_per_block, int num_blocks, std::uint64_t seed) {
  const int fewest = (num_items - 1 + items_per_block - 2) / (items_per_block - 1);
  if (num_blocks < fewest) {
    throw InputError(fmt::format("{} HITs of {} items cannot connect {} items; that takes {} HITs or more",
                                 num_blocks, items_per_block, num_items, fewest));
  }
  if (num_items < 2) return DealEvenly(num_items, items_per_block, num_blocks, seed);
  const std::vector<int> carried = CarriedOfBlocks(num_items, items_per_block, num_blocks);
  GapSearch search(num_items, DealCarrying(num_items, items_per_block, carried, seed), seed);
  Blocks even = DealEvenly(num_items, items_per_block, num_blocks, seed);
  if (NumComponents(num_items, even) == 1) {
    GapSearch other(num_items, std::move(even), seed);
    if (other.best().second.eigenvalue < search.best().second.eigenvalue) search = std::move(other);
  }
  search.Run();
  return search.best().blocks;
}

}  // namespace crowdclust
