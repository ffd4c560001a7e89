#include "answers/write_long_table.h"

#include <string>
#include <string_view>

#include "answers/long_table_text.h"
#include "answers/made_up_name.h"
#include "answers/seconds_text.h"

namespace crowdclust {
namespace {

enum class WithoutGroup { kHeld, kLeftOut };

std::string LongRows(const AssignmentToWrite& assignment, const LongTableForm& form,
                     WithoutGroup without_group, WriteCounts* counts) {
  const RawAssignment& raw = assignment.raw;
  const std::string id = OwnId(assignment, counts), seconds = SecondsText(raw.seconds);
  LongRowCells cells;
  cells[LongColumn::kHit] = raw.hit;
  cells[LongColumn::kAssignment] = id;
  cells[LongColumn::kWorker] = raw.worker;
  cells[LongColumn::kSeconds] = seconds;
  cells[LongColumn::kStatus] = raw.status;
  cells[LongColumn::kGolden] = raw.golden ? "true" : "";
  std::string rows;
  for (std::size_t i = 0; i < raw.items.size(); ++i) {
    cells[LongColumn::kItem] = raw.items[i];
    cells[LongColumn::kGroup] = assignment.groups.NameOf(i);
    if (without_group == WithoutGroup::kLeftOut && cells[LongColumn::kGroup].empty()) {
      counts->Add(WriteCount::kItemWithoutGroup);
      continue;
    }
    AppendLongRow(form, cells, &rows);
  }
  return rows;
}

AnswersWriter WriteLong(const WriterOutput& output, LongTableForm form, WithoutGroup without_group) {
  form.separator = output.separator;
  if (output.golden) form.columns.push_back({LongColumn::kGolden, "golden"});
  std::string header;
  AppendLongHeader(form, &header);
  output.append(header);
  return {.add = [output, form, without_group](const AssignmentToWrite& assignment) {
    output.append(LongRows(assignment, form, without_group, output.counts));
    return true;
  }};
}

}  // namespace

AnswersWriter WriteLongTable(const WriterOutput& output) {
  return WriteLong(output,
                   {.columns = {{LongColumn::kHit, "hit"},
                                {LongColumn::kAssignment, "assignment"},
                                {LongColumn::kWorker, "worker"},
                                {LongColumn::kItem, "item"},
                                {LongColumn::kGroup, "group"},
                                {LongColumn::kSeconds, "seconds"},
                                {LongColumn::kStatus, "status"}}},
                   WithoutGroup::kHeld);
}

AnswersWriter WriteCrowdKit(const WriterOutput& output) {
  return WriteLong(output,
                   {.columns = {{LongColumn::kItem, "task"},
                                {LongColumn::kWorker, "worker"},
                                {LongColumn::kGroup, "label"},
                                {LongColumn::kHit, "hit"},
                                {LongColumn::kAssignment, "assignment"},
                                {LongColumn::kSeconds, "seconds"},
                                {LongColumn::kStatus, "status"}}},
                   WithoutGroup::kLeftOut);
}

}  // namespace crowdclust
