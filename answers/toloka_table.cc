#include "answers/toloka_table.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/assignment_status.h"
#include "answers/toloka_cells.h"
#include "answers/toloka_columns.h"

namespace crowdclust {
namespace {

constexpr std::string_view kItems = "INPUT:images";
constexpr std::string_view kGroups = "OUTPUT:result";
constexpr std::string_view kGolden = "GOLDEN:result";

void NoteIgnoredColumns(const TableReader& table, const TolokaColumns& columns, const AssignmentSink& sink) {
  const std::array<int, 10> read = {
      columns.worker, columns.assignment, columns.status,     columns.started,     columns.submitted,
      columns.task,   columns.suite,      table.Find(kItems), table.Find(kGroups), table.Find(kGolden)};
  for (const std::string& column : table.ColumnsBeside(read)) sink.ignore_column(column);
}

}  // namespace

void ReadTolokaTable(const AnswersText& text, const AssignmentSink& sink) {
  const std::string& place = text.place;
  TableReader table(text.text, place);
  const int items_at = table.Require(kItems);
  const int groups_at = table.Require(kGroups);
  const int golden_at = table.Find(kGolden);
  const TolokaColumns columns = FindTolokaColumns(table);
  NoteIgnoredColumns(table, columns, sink);

  RowView row;
  while (table.Next(&row)) {
    RawAssignment raw{.line = row.line,
                      .assignment = CellOf(row, columns.assignment),
                      .worker = CellOf(row, columns.worker),
                      .status = CellOf(row, columns.status),
                      .golden = !CellOf(row, golden_at).empty()};
    std::vector<std::string> items;
    std::vector<std::optional<std::string>> groups;
    std::string hit;
    if (CountsAsAnswer(raw.status)) {
      items = ReadTolokaItems(CellOf(row, items_at), {place, row.line, kItems});
      groups = ReadTolokaGroups(CellOf(row, groups_at), {place, row.line, kGroups});
      hit = TolokaHitName(columns, row, items);
      raw.seconds = TolokaSeconds(columns, row, place);
    }
    raw.items.assign(items.begin(), items.end());
    raw.groups.assign(groups.begin(), groups.end());
    raw.hit = hit;
    sink.add(place, raw);
    if (text.passed) text.passed(table.offset());
  }
}

}  // namespace crowdclust
