#include "hits/golden_mix.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/error.h"
#include "base/random.h"

namespace crowdclust {
namespace {

constexpr std::uint64_t kMixStream = 11;

// The HIT with indices into `items`, to which its own are added.
Hit Renumbered(const GroupedItems& known, Hit hit, NameIndex* items) {
  for (int& item : hit.items) item = items->Add(known.items.Name(item));
  return hit;
}

}  // namespace

int NumGoldenHits(std::int64_t ordinary, double rate, int fewest) {
  const double wanted = std::round(static_cast<double>(ordinary) * rate / (1 - rate));
  if (wanted > std::numeric_limits<int>::max())
    throw InputError(fmt::format("{:.0f} golden HITs are too many; ask for a lower rate", wanted));
  return std::max(fewest, static_cast<int>(wanted));
}

void MixInGolden(const GroupedItems& known, const std::vector<Hit>& golden, std::uint64_t seed,
                 HitPlan* plan) {
  Random random(seed, kMixStream);
  const std::size_t num_hits = plan->hits.size() + golden.size();
  std::vector<Hit> mixed;
  mixed.reserve(num_hits);
  auto ordinary = plan->hits.begin();
  for (std::size_t g = 0; g < golden.size(); ++g) {
    const std::size_t end = (g + 1) * num_hits / golden.size();
    const std::size_t at =
        mixed.size() + static_cast<std::size_t>(random.Below(static_cast<int>(end - mixed.size())));
    while (mixed.size() < end)
      mixed.push_back(mixed.size() == at ? Renumbered(known, golden[g], &plan->items)
                                         : std::move(*ordinary++));
  }
  if (!golden.empty()) plan->hits = std::move(mixed);
}

HitPlan PlanForEveryWorker(const GroupedItems& known, const std::vector<Hit>& hits, double reward) {
  HitPlan plan{.overlap = 0, .reward = reward};
  for (const Hit& hit : hits) plan.hits.push_back(Renumbered(known, hit, &plan.items));
  return plan;
}

}  // namespace crowdclust
