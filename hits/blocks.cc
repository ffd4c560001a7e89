#include "hits/blocks.h"

#include <fmt/format.h>

#include <utility>

namespace crowdclust {

Blocks BlocksOf(const HitPlan& plan) {
  Blocks blocks;
  blocks.reserve(plan.hits.size());
  for (const Hit& hit : plan.hits) blocks.push_back(hit.items);
  return blocks;
}

std::vector<Hit> NameHits(Blocks blocks, const std::string& prefix) {
  std::vector<Hit> hits;
  hits.reserve(blocks.size());
  const std::size_t width = std::to_string(blocks.size()).size();
  for (std::size_t b = 0; b < blocks.size(); ++b)
    hits.push_back({.name = fmt::format("{}h{:0{}}", prefix, b + 1, width), .items = std::move(blocks[b])});
  return hits;
}

}  // namespace crowdclust
