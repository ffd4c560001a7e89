#include "intruders/write_intruder_tasks.h"

#include <algorithm>

#include "base/delimited_text.h"
#include "base/nearest_name.h"
#include "hits/toloka_array.h"
#include "hits/write_hit_table.h"
#include "intruders/intruder_file.h"

namespace crowdclust {
namespace {

std::string TolokaTasks(const IntruderPlan& plan) {
  const bool golden = std::ranges::any_of(plan.hits, &IntruderHit::golden);
  std::vector<std::string> cells = {"INPUT:images", "TASK:overlap"};
  if (golden) cells.emplace_back("GOLDEN:answer");
  std::string text;
  AppendRow(cells, '\t', &text);
  for (const IntruderHit& hit : plan.hits) {
    cells = {TolokaItemsCell(hit.items, plan.items), std::to_string(plan.overlap)};
    if (golden) cells.push_back(hit.golden ? std::to_string(hit.right_answer + 1) : "");
    AppendRow(cells, '\t', &text);
  }
  return text;
}

std::string ItemTable(const IntruderPlan& plan) {
  HitPlan shown{.items = plan.items, .hits = {}};
  for (const IntruderHit& hit : plan.hits) shown.hits.push_back({.name = hit.name, .items = hit.items});
  return HitTable(shown);
}

}  // namespace

std::vector<std::string> IntruderTaskFormatNames() { return {"jsonl", "toloka", "csv"}; }

IntruderFormat ParseIntruderTaskFormat(const std::string& name) {
  return static_cast<IntruderFormat>(IndexOfName("form of HITs", name, IntruderTaskFormatNames()));
}

std::string IntruderTasks(IntruderFormat format, const IntruderPlan& plan) {
  switch (format) {
    case IntruderFormat::kToloka:
      return TolokaTasks(plan);
    case IntruderFormat::kTable:
      return ItemTable(plan);
    case IntruderFormat::kJsonLines:
      break;
  }
  return IntruderHitLines(plan);
}

}  // namespace crowdclust
