#include "hits/design.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

#include "base/error.h"
#include "base/nearest_name.h"
#include "base/random.h"
#include "hits/cover_pairs.h"
#include "hits/deal_balanced.h"
#include "hits/deal_carrying.h"
#include "hits/deal_connected.h"
#include "hits/deal_random.h"

namespace crowdclust {
namespace {

// What a design is asked for.
struct Wanted {
  int num_items = 0;
  int items_per_hit = 0;
  int num_hits = 0;
  int carried = 0;
  std::uint64_t seed = 1;
};

Blocks ByChance(const Wanted& wanted) {
  return DealRandom(wanted.num_items, wanted.items_per_hit, wanted.num_hits, wanted.seed);
}

Blocks InBalance(const Wanted& wanted) {
  return DealBalanced(wanted.num_items, wanted.items_per_hit, wanted.num_hits, wanted.seed);
}

Blocks DealConnectedly(const Wanted& wanted) {
  return DealConnected(wanted.num_items, wanted.items_per_hit, wanted.num_hits, wanted.seed);
}

Blocks WithKernel(const Wanted& wanted) {
  const std::int64_t new_rows = std::int64_t{wanted.items_per_hit - wanted.carried} * (wanted.num_hits - 1);
  if (wanted.items_per_hit + new_rows < wanted.num_items) {
    throw InputError(
        fmt::format("{} HITs of {} items that carry {} over do not show all {} items; ask for more HITs "
                    "an item or carry fewer over",
                    wanted.num_hits, wanted.items_per_hit, wanted.carried, wanted.num_items));
  }
  const std::vector<int> carried(static_cast<std::size_t>(wanted.num_hits), wanted.carried);
  return DealCarrying(wanted.num_items, wanted.items_per_hit, carried, wanted.seed);
}

Blocks AllPairs(const Wanted& wanted) { return CoverPairs(wanted.num_items, wanted.items_per_hit); }

struct DesignEntry {
  const char* name;
  Blocks (*deal)(const Wanted&);
  bool shuffle;  // its blocks stand in an order of their own
};

constexpr std::array<DesignEntry, 5> kDesigns = {{{"random", ByChance, false},
                                                  {"balanced", InBalance, true},
                                                  {"connected", DealConnectedly, true},
                                                  {"kernel", WithKernel, false},
                                                  {"exhaustive", AllPairs, true}}};

// Other names for the items, another order of the blocks and of the items in each: what a construction puts
// side by side says nothing about the items that happen to stand there.
void Shuffle(int num_items, std::uint64_t seed, Blocks* blocks) {
  Random random(seed, 4);
  const std::vector<int> item = random.Order(num_items);
  random.Shuffle(blocks);
  for (std::vector<int>& block : *blocks) {
    for (int& at : block) at = item[static_cast<std::size_t>(at)];
  }
}

void ShuffleWithin(std::uint64_t seed, Blocks* blocks) {
  Random random(seed, 5);
  for (std::vector<int>& block : *blocks) random.Shuffle(&block);
}

}  // namespace

std::vector<std::string> DesignNames() {
  std::vector<std::string> names;
  for (const DesignEntry& entry : kDesigns) names.emplace_back(entry.name);
  return names;
}

std::string DesignName(Design design) { return kDesigns[static_cast<std::size_t>(design)].name; }

Design ParseDesign(const std::string& name) {
  return static_cast<Design>(IndexOfName("design", name, DesignNames()));
}

void CheckDesignOptions(int num_items, const DesignOptions& options) {
  if (options.items_per_hit < 2) {
    throw InputError(fmt::format("{} items a HIT; a HIT needs 2 or more", options.items_per_hit));
  }
  if (options.items_per_hit > num_items) {
    throw InputError(fmt::format("{} items a HIT, but only {} items; ask for no more than there are",
                                 options.items_per_hit, num_items));
  }
  if (!(options.hits_per_item >= 1)) {
    throw InputError(fmt::format("{} HITs an item; every item needs 1 or more", options.hits_per_item));
  }
  if (options.overlap < 1) {
    throw InputError(fmt::format("an overlap of {}; every HIT needs 1 worker or more", options.overlap));
  }
  if (!(options.reward >= 0) || !std::isfinite(options.reward)) {
    throw InputError(fmt::format("a reward of {}; it must be 0 or more", options.reward));
  }
  const bool carries = options.design == Design::kKernel;
  if (carries && (options.carried < 1 || options.carried >= options.items_per_hit)) {
    throw InputError(fmt::format("{} items carried over by a HIT of {}; that must be 1 to {}",
                                 options.carried, options.items_per_hit, options.items_per_hit - 1));
  }
  if (options.design == Design::kExhaustive && num_items > kMostItemsToCover) {
    throw InputError(
        fmt::format("{} items are too many to show every pair; up to {} can be; choose another "
                    "design",
                    num_items, kMostItemsToCover));
  }
}

int NumHits(int num_items, const DesignOptions& options) {
  CheckDesignOptions(num_items, options);
  // A little less, so that 41.000000000000001 HITs are 41.
  const double hits = std::ceil(num_items * options.hits_per_item / options.items_per_hit * (1 - 1e-12));
  if (hits > std::numeric_limits<int>::max()) {
    throw InputError(fmt::format("{:.0f} HITs are too many; ask for fewer HITs an item", hits));
  }
  return static_cast<int>(hits);
}

HitPlan DealHits(const NameIndex& items, const DesignOptions& options, std::uint64_t seed) {
  CheckDesignOptions(items.size(), options);
  const DesignEntry& design = kDesigns[static_cast<std::size_t>(options.design)];
  Blocks blocks = design.deal({.num_items = items.size(),
                               .items_per_hit = options.items_per_hit,
                               .num_hits = NumHits(items.size(), options),
                               .carried = options.carried,
                               .seed = seed});
  if (design.shuffle) Shuffle(items.size(), seed, &blocks);
  if (options.design != Design::kRandom) ShuffleWithin(seed, &blocks);
  return {.items = items,
          .hits = NameHits(std::move(blocks), options.prefix),
          .overlap = options.overlap,
          .reward = options.reward};
}

int AutoHitsPerItem(int num_items, int items_per_hit) {
  assert(num_items >= 1 && items_per_hit >= 2);
  const double log_items = std::log2(num_items);
  return std::max(1, static_cast<int>(log_items * log_items / std::log2(items_per_hit)));
}

}  // namespace crowdclust
