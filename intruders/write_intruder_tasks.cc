#include "intruders/write_intruder_tasks.h"

#include <algorithm>

#include "base/delimited_text.h"
#include "hits/toloka_array.h"
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
  std::string text = "hit,position,item\n";
  for (const IntruderHit& hit : plan.hits) {
    for (std::size_t at = 0; at < hit.items.size(); ++at) {
      AppendRow(std::vector<std::string>{hit.name, std::to_string(at + 1), plan.items.Name(hit.items[at])},
                ',', &text);
    }
  }
  return text;
}

}  // namespace

std::vector<std::string> IntruderTaskFormatNames() { return {"jsonl", "toloka", "csv"}; }

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
