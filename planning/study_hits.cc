#include "planning/study_hits.h"

#include <numeric>
#include <string>
#include <vector>

#include "base/random.h"

namespace crowdclust {
namespace {

constexpr std::uint64_t kPlaceStream = 0x706c6163;  // apart from those that simulations of the seed take

}  // namespace

bool IsDealtAnew(Design design) { return design == Design::kRandom || design == Design::kKernel; }

HitPlan FillBlocks(const Blocks& blocks, const NameIndex& items, std::uint64_t seed) {
  std::vector<int> place(static_cast<std::size_t>(items.size()));
  std::iota(place.begin(), place.end(), 0);
  Random(seed, kPlaceStream).Shuffle(&place);
  HitPlan plan{.items = items};
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    Hit hit{.name = "h" + std::to_string(b + 1), .items = {}};
    for (const int item : blocks[b]) hit.items.push_back(place[static_cast<std::size_t>(item)]);
    plan.hits.push_back(std::move(hit));
  }
  return plan;
}

}  // namespace crowdclust
