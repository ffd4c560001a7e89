#include "hits/blocks.h"

namespace crowdclust {

Blocks BlocksOf(const HitPlan& plan) {
  Blocks blocks;
  blocks.reserve(plan.hits.size());
  for (const Hit& hit : plan.hits) blocks.push_back(hit.items);
  return blocks;
}

}  // namespace crowdclust
