#include "planning/study_hits.h"

#include <string>
#include <vector>

#include "base/random.h"

namespace crowdclust {
namespace {

constexpr std::uint64_t kPlaceStream = 0x706c6163;  // apart from those that simulations of the seed take

}  // namespace

bool IsDealtAnew(Design design) { return design == Design::kRandom || design == Design::kKernel; }

HitPlan FillBlocks(const Blocks& blocks, const NameIndex& items, std::uint64_t seed) {
  const std::vector<int> place = Random(seed, kPlaceStream).Order(items.size());
  Blocks placed = blocks;
  for (std::vector<int>& block : placed) {
    for (int& item : block) item = place[static_cast<std::size_t>(item)];
  }
  return {.items = items, .hits = NameHits(std::move(placed))};
}

}  // namespace crowdclust
