#include "answers/mturk_results.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/assignment_status.h"
#include "answers/golden_text.h"
#include "answers/mturk_cells.h"
#include "answers/seconds_text.h"
#include "base/delimited_text.h"
#include "base/error.h"

namespace crowdclust {
namespace {

constexpr std::string_view kItemsColumn = "Input.images";
constexpr std::string_view kGroupsColumn = "Answer.groups";
constexpr std::string_view kTaskAnswers = "Answer.taskAnswers";

// Index of each column, -1 where the table has none.
struct MturkColumns {
  int worker, assignment, hit, own_hit, golden, seconds;
  int status, approve, reject;
  int items, groups, task_answers;
};

MturkColumns FindColumns(const TableReader& table) {
  const MturkColumns columns = {.worker = table.Require("WorkerId"),
                                .assignment = table.Find("AssignmentId"),
                                .hit = table.Find("HITId"),
                                .own_hit = table.Find("Input.hit"),
                                .golden = table.Find("Input.golden"),
                                .seconds = table.Find("WorkTimeInSeconds"),
                                .status = table.Find("AssignmentStatus"),
                                .approve = table.Find("Approve"),
                                .reject = table.Find("Reject"),
                                .items = table.Require(kItemsColumn),
                                .groups = table.Find(kGroupsColumn),
                                .task_answers = table.Find(kTaskAnswers)};
  if (columns.groups < 0 && columns.task_answers < 0) table.Require(kGroupsColumn);
  return columns;
}

void NoteMturkColumns(const TableReader& table, const MturkColumns& columns, const AssignmentSink& sink) {
  const std::array<int, 12> read = {columns.worker, columns.assignment, columns.hit,    columns.own_hit,
                                    columns.golden, columns.seconds,    columns.status, columns.approve,
                                    columns.reject, columns.items,      columns.groups, columns.task_answers};
  for (const std::string& column : table.ColumnsBeside(read)) sink.ignore_column(column);
}

bool IsBlank(std::string_view cell) { return cell.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// A review, where there is one, else the status that Mechanical Turk knows.
std::string_view StatusOf(const MturkColumns& columns, const RowView& row, const std::string& place) {
  const std::string_view approve = CellOf(row, columns.approve);
  const bool approved = !IsBlank(approve);
  const bool rejected = !IsBlank(CellOf(row, columns.reject));
  if (approved && approve != "x" && approve != "X") {
    throw InputError(place, row.line, fmt::format("Approve is '{}'; it is x or nothing", approve));
  }
  if (approved && rejected)
    throw InputError(place, row.line, "both Approve and Reject are filled; empty one of them");
  if (rejected) return "REJECTED";
  return approved ? "APPROVED" : CellOf(row, columns.status);
}

std::vector<std::optional<std::string>> GroupsOfRow(const MturkColumns& columns, const RowView& row,
                                                    const std::string& place) {
  const std::string_view groups = CellOf(row, columns.groups);
  if (columns.task_answers < 0 || !groups.empty())
    return ReadMturkGroups(groups, {place, row.line, kGroupsColumn});
  return ReadMturkTaskAnswers(CellOf(row, columns.task_answers), {place, row.line, kTaskAnswers});
}

}  // namespace

void ReadMturkResults(const AnswersText& text, const AssignmentSink& sink) {
  const std::string& place = text.place;
  TableReader table(text.text, place);
  const MturkColumns columns = FindColumns(table);
  NoteMturkColumns(table, columns, sink);

  RowView row;
  while (table.Next(&row)) {
    const std::string_view own_hit = CellOf(row, columns.own_hit);
    RawAssignment raw{.line = row.line,
                      .hit = own_hit.empty() ? CellOf(row, columns.hit) : own_hit,
                      .assignment = CellOf(row, columns.assignment),
                      .worker = CellOf(row, columns.worker),
                      .status = StatusOf(columns, row, place),
                      .golden = SaysGolden(CellOf(row, columns.golden))};
    std::vector<std::string> items;
    std::vector<std::optional<std::string>> groups;
    if (CountsAsAnswer(raw.status)) {
      items = ReadMturkItems(CellOf(row, columns.items), {place, row.line, kItemsColumn});
      groups = GroupsOfRow(columns, row, place);
      raw.seconds = ParseSeconds(CellOf(row, columns.seconds), place, row.line);
    }
    raw.items.assign(items.begin(), items.end());
    raw.groups.assign(groups.begin(), groups.end());
    sink.add(place, raw);
    if (text.passed) text.passed(table.offset());
  }
}

}  // namespace crowdclust
