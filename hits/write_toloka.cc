#include "hits/write_toloka.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/delimited_text.h"
#include "hits/toloka_array.h"
#include "hits/toloka_hint.h"

namespace crowdclust {
namespace {

std::string GroupsCell(const Hit& hit) {
  std::string cell;
  for (const int group : hit.known_group)
    AppendTolokaElement(nlohmann::json{{"group", group + 1}}.dump(), &cell);
  return cell;
}

}  // namespace

std::string TolokaTasks(const HitPlan& plan) {
  const bool overlap = plan.overlap > 0;
  const bool golden = HasKnownHits(plan);
  const bool hints =
      std::ranges::any_of(plan.hits, [](const Hit& hit) { return hit.kind == HitKind::kTraining; });
  std::vector<std::string> cells = {"INPUT:images"};
  if (overlap) cells.emplace_back("TASK:overlap");
  if (golden) cells.emplace_back("GOLDEN:result");
  if (hints) cells.emplace_back("HINT:text");
  std::string text;
  AppendRow(cells, '\t', &text);
  for (const Hit& hit : plan.hits) {
    cells = {TolokaItemsCell(hit.items, plan.items)};
    if (overlap) cells.push_back(std::to_string(plan.overlap));
    if (golden) cells.push_back(GroupsCell(hit));
    if (hints) cells.push_back(hit.kind == HitKind::kTraining ? TolokaHint(hit) : "");
    AppendRow(cells, '\t', &text);
  }
  return text;
}

}  // namespace crowdclust
