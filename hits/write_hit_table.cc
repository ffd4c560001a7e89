#include "hits/write_hit_table.h"

#include <vector>

#include "base/delimited_text.h"

namespace crowdclust {

std::string HitTable(const HitPlan& plan) {
  const bool kinds = HasKnownHits(plan);
  std::vector<std::string> cells = {"hit", "position", "item"};
  if (kinds) cells.emplace_back("kind");
  std::string text;
  AppendRow(cells, ',', &text);
  for (const Hit& hit : plan.hits) {
    for (std::size_t i = 0; i < hit.items.size(); ++i) {
      cells = {hit.name, std::to_string(i + 1), plan.items.Name(hit.items[i])};
      if (kinds) cells.push_back(HitKindName(hit.kind));
      AppendRow(cells, ',', &text);
    }
  }
  return text;
}

}  // namespace crowdclust
