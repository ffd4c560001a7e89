#include "hits/hit.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/nearest_name.h"

namespace crowdclust {
namespace {

const std::array<std::string, 4> kKinds = {"ordinary", "golden", "exam", "training"};

}  // namespace

bool HasKnownHits(const HitPlan& plan) {
  return std::ranges::any_of(plan.hits, [](const Hit& hit) { return hit.kind != HitKind::kOrdinary; });
}

std::string HitKindName(HitKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

HitKind ParseHitKind(const std::string& name) {
  return static_cast<HitKind>(IndexOfName("kind", name, kKinds));
}

}  // namespace crowdclust
