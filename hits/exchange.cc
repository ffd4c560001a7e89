#include "hits/exchange.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "base/random.h"
#include "hits/meetings.h"

namespace crowdclust {
namespace {

// First cold, which is all that sparse blocks need; then annealed.
constexpr std::int64_t kColdOfRow = 400, kMostCold = 4'000'000;
constexpr std::int64_t kAnnealedOfRow = 4'000, kMostAnnealed = 20'000'000;
constexpr double kHot = 0.8, kCold = 0.25;

class Annealing {
 public:
  Annealing(int num_items, std::uint64_t seed, Blocks* blocks)
      : random_(seed, 1),
        blocks_(*blocks),
        num_items_(static_cast<std::size_t>(num_items)),
        met_(num_items_ * num_items_) {
    for (const std::vector<int>& block : blocks_) {
      rows_ += static_cast<std::int64_t>(block.size());
      for (const int a : block) {
        for (const int b : block) ++Met(a, b);
      }
    }
  }

  void Run() {
    uneven_ = MeetingsOf(static_cast<int>(num_items_), blocks_).uneven;
    Try(std::min(kColdOfRow * rows_, kMostCold), kCold, kCold);
    Try(std::min(kAnnealedOfRow * rows_, kMostAnnealed), kHot, kCold);
  }

 private:
  std::uint16_t& Met(int a, int b) {
    return met_[static_cast<std::size_t>(a) * num_items_ + static_cast<std::size_t>(b)];
  }

  static bool Has(const std::vector<int>& block, int item) {
    return std::ranges::find(block, item) != block.end();
  }

  void Try(std::int64_t exchanges, double first, double last) {
    const double cooling = std::pow(last / first, 1 / static_cast<double>(exchanges));
    double temperature = first;
    for (std::int64_t i = 0; i < exchanges && uneven_ > 0; ++i) {
      uneven_ += TryOne(temperature) / 2;
      temperature *= cooling;
    }
  }

  // Exchanges an item of one block with one of another where that helps or chance has it; by how much the
  // sum of squares changed.
  std::int64_t TryOne(double temperature) {
    std::vector<int>& one =
        blocks_[static_cast<std::size_t>(random_.Below(static_cast<int>(blocks_.size())))];
    std::vector<int>& two =
        blocks_[static_cast<std::size_t>(random_.Below(static_cast<int>(blocks_.size())))];
    int& a = one[static_cast<std::size_t>(random_.Below(static_cast<int>(one.size())))];
    int& b = two[static_cast<std::size_t>(random_.Below(static_cast<int>(two.size())))];
    if (Has(one, b) || Has(two, a)) return 0;
    std::int64_t change = 0;
    for (const int other : one) {
      if (other != a && !Has(two, other)) change += 2 * (Met(b, other) - Met(a, other) + 1);
    }
    for (const int other : two) {
      if (other != b && !Has(one, other)) change += 2 * (Met(a, other) - Met(b, other) + 1);
    }
    if (change > 0 && random_.Uniform() >= std::exp(-static_cast<double>(change) / temperature)) return 0;
    Move(one, a, b);
    Move(two, b, a);
    std::swap(a, b);
    return change;
  }

  // Counts `in` in the place of `out`.
  void Move(const std::vector<int>& block, int out, int in) {
    for (const int other : block) {
      if (other == out) continue;
      --Met(out, other);
      --Met(other, out);
      ++Met(in, other);
      ++Met(other, in);
    }
  }

  Random random_;
  Blocks& blocks_;
  std::size_t num_items_;
  std::vector<std::uint16_t> met_;
  std::int64_t rows_ = 0;
  std::int64_t uneven_ = 0;
};

}  // namespace

void ExchangeForEvenMeetings(int num_items, std::uint64_t seed, Blocks* blocks) {
  assert(num_items <= kMostItemsToExchange);
  if (blocks->size() < 2) return;
  Annealing(num_items, seed, blocks).Run();
}

}  // namespace crowdclust
