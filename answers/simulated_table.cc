#include "answers/simulated_table.h"

#include <fmt/format.h>

#include "answers/long_table_text.h"

namespace crowdclust {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 16;

LongTableForm FormOf(const HitPlan& plan, char separator) {
  LongTableForm form = {.columns = {{LongColumn::kHit, "hit"},
                                    {LongColumn::kAssignment, "assignment"},
                                    {LongColumn::kWorker, "worker"},
                                    {LongColumn::kItem, "item"},
                                    {LongColumn::kGroup, "group"},
                                    {LongColumn::kSeconds, "seconds"}},
                        .separator = separator};
  if (HasKnownHits(plan)) form.columns.push_back({LongColumn::kGolden, "golden"});
  return form;
}

}  // namespace

void ForLongTable(const HitPlan& plan, const SimulatedAnswers& answers, char separator,
                  const std::function<void(std::string_view)>& use) {
  const LongTableForm form = FormOf(plan, separator);
  std::string text;
  AppendLongHeader(form, &text);
  LongRowCells cells;
  for (std::size_t p = 0; p < answers.assignments.size(); ++p) {
    const SimulatedAssignment& assignment = answers.assignments[p];
    const Hit& hit = plan.hits[static_cast<std::size_t>(assignment.hit)];
    const std::string& worker = answers.workers[static_cast<std::size_t>(assignment.worker)].name;
    const std::string id = hit.name + "-" + worker, seconds = fmt::format("{:.1f}", assignment.seconds);
    cells[LongColumn::kHit] = hit.name;
    cells[LongColumn::kAssignment] = id;
    cells[LongColumn::kWorker] = worker;
    cells[LongColumn::kSeconds] = seconds;
    cells[LongColumn::kGolden] = hit.kind == HitKind::kOrdinary ? "" : "1";
    for (std::size_t i = 0; i < hit.items.size(); ++i) {
      const std::string group = assignment.group[i] < 0 ? "" : std::to_string(assignment.group[i] + 1);
      cells[LongColumn::kItem] = plan.items.Name(hit.items[i]);
      cells[LongColumn::kGroup] = group;
      AppendLongRow(form, cells, &text);
    }
    if (text.size() < kPieceBytes) continue;
    use(text);
    text.clear();
  }
  use(text);
}

std::string LongTable(const HitPlan& plan, const SimulatedAnswers& answers, char separator) {
  std::string text;
  ForLongTable(plan, answers, separator, [&text](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace crowdclust
