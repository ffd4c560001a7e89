#include "hits/random_design.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/random.h"

namespace crowdclust {
namespace {

void CheckOptions(int num_items, const RandomDesignOptions& options) {
  if (options.items_per_hit < 2) {
    throw InputError(fmt::format("{} items a HIT; a HIT needs 2 or more", options.items_per_hit));
  }
  if (options.items_per_hit > num_items) {
    throw InputError(fmt::format("{} items a HIT, but only {} items; ask for no more than there are",
                                 options.items_per_hit, num_items));
  }
  if (options.hits_per_item < 1) {
    throw InputError(fmt::format("{} HITs an item; every item needs 1 or more", options.hits_per_item));
  }
  if (options.overlap < 1) {
    throw InputError(fmt::format("an overlap of {}; every HIT needs 1 worker or more", options.overlap));
  }
  if (!(options.reward >= 0) || !std::isfinite(options.reward)) {
    throw InputError(fmt::format("a reward of {}; it must be 0 or more", options.reward));
  }
}

int NumHits(int num_items, const RandomDesignOptions& options) {
  const std::int64_t rows = static_cast<std::int64_t>(num_items) * options.hits_per_item;
  const std::int64_t hits = (rows + options.items_per_hit - 1) / options.items_per_hit;
  if (hits > std::numeric_limits<int>::max()) {
    throw InputError(fmt::format("{} HITs are too many; ask for fewer HITs an item", hits));
  }
  return static_cast<int>(hits);
}

// Fills up HITs from one deck of all items that is never put in order: each draw swaps a random item of what
// the HIT has not drawn yet to the front, so any order of the deck serves the next HIT.
class Filler {
 public:
  explicit Filler(int num_items) : deck_(static_cast<std::size_t>(num_items)) {
    std::iota(deck_.begin(), deck_.end(), 0);
  }

  void Fill(std::size_t items_per_hit, std::vector<int>* items, Random* random) {
    const std::vector<int> dealt = *items;  // a few: about M / V
    for (std::size_t drawn = 0; items->size() < items_per_hit; ++drawn) {
      const auto left = static_cast<int>(deck_.size() - drawn);
      std::swap(deck_[drawn], deck_[drawn + static_cast<std::size_t>(random->Below(left))]);
      if (std::ranges::find(dealt, deck_[drawn]) == dealt.end()) items->push_back(deck_[drawn]);
    }
  }

 private:
  std::vector<int> deck_;
};

}  // namespace

HitPlan DealRandom(const NameIndex& items, const RandomDesignOptions& options, std::uint64_t seed) {
  CheckOptions(items.size(), options);
  const int num_hits = NumHits(items.size(), options);
  HitPlan plan{.items = items,
               .hits = std::vector<Hit>(static_cast<std::size_t>(num_hits)),
               .overlap = options.overlap,
               .reward = options.reward};
  Random random(seed);
  std::vector<int> order(static_cast<std::size_t>(items.size()));
  std::iota(order.begin(), order.end(), 0);
  random.Shuffle(&order);
  for (std::size_t i = 0; i < order.size(); ++i) plan.hits[i % plan.hits.size()].items.push_back(order[i]);

  Filler filler(items.size());
  const std::size_t width = std::to_string(num_hits).size();
  for (std::size_t h = 0; h < plan.hits.size(); ++h) {
    plan.hits[h].name = fmt::format("h{:0{}}", h + 1, width);
    filler.Fill(static_cast<std::size_t>(options.items_per_hit), &plan.hits[h].items, &random);
    random.Shuffle(&plan.hits[h].items);
  }
  return plan;
}

int AutoHitsPerItem(int num_items, int items_per_hit) {
  assert(num_items >= 1 && items_per_hit >= 2);
  const double log_items = std::log2(num_items);
  return std::max(1, static_cast<int>(log_items * log_items / std::log2(items_per_hit)));
}

}  // namespace crowdclust
