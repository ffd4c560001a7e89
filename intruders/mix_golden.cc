#include "intruders/mix_golden.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "base/error.h"
#include "base/random.h"

namespace crowdclust {
namespace {

constexpr std::uint64_t kGoldenStream = 1ULL << 40;  // beyond all that HITs are drawn from

IntruderHit WithItemsOf(const IntruderPlan& golden, IntruderHit hit, NameIndex* items) {
  for (int& item : hit.items) item = items->Add(golden.items.Name(item));
  return hit;
}

}  // namespace

MixedGolden MixGolden(const IntruderPlan& golden, const GoldenShares& shares, std::uint64_t seed,
                      IntruderPlan* plan) {
  assert(shares.rate >= 0 && shares.rate <= 0.9 && golden.question == plan->question);
  if (shares.training > golden.num_hits()) {
    throw InputError(fmt::format("{} golden HITs for training, but there are {}; ask for fewer",
                                 shares.training, golden.num_hits()));
  }
  Random random(seed, kGoldenStream);
  const std::vector<int> order = random.Order(golden.num_hits());
  MixedGolden result;
  result.training.overlap = plan->overlap;
  result.training.reward = plan->reward;
  for (int i = 0; i < shares.training; ++i) {
    const auto hit = static_cast<std::size_t>(order[static_cast<std::size_t>(i)]);
    result.training.hits.push_back(WithItemsOf(golden, golden.hits[hit], &result.training.items));
  }
  result.wanted = static_cast<int>(std::lround(shares.rate / (1 - shares.rate) * plan->num_hits()));
  result.mixed = std::min(result.wanted, golden.num_hits() - shares.training);
  for (int i = shares.training; i < shares.training + result.mixed; ++i) {
    const auto hit = static_cast<std::size_t>(order[static_cast<std::size_t>(i)]);
    const int at = random.Below(plan->num_hits() + 1);
    plan->hits.insert(plan->hits.begin() + at, WithItemsOf(golden, golden.hits[hit], &plan->items));
  }
  return result;
}

}  // namespace crowdclust
