#include "answers/answer_columns.h"

#include <limits>

#include "answers/assignment_status.h"
#include "answers/golden_text.h"
#include "answers/seconds_text.h"

namespace crowdclust {

AnswerColumns FindAnswerColumns(const TableReader& table) {
  return {.worker = table.Require("worker"),
          .hit = table.Find("hit"),
          .assignment = table.Find("assignment"),
          .seconds = table.Find("seconds"),
          .status = table.Find("status"),
          .golden = table.Find("golden")};
}

bool ReadAnswerCells(const AnswerColumns& columns, const RowView& row, const std::string& place,
                     RawAssignment* raw) {
  raw->line = row.line;
  raw->worker = CellOf(row, columns.worker);
  raw->hit = CellOf(row, columns.hit);
  raw->assignment = CellOf(row, columns.assignment);
  raw->status = CellOf(row, columns.status);
  raw->golden = false;
  raw->seconds = std::numeric_limits<double>::quiet_NaN();
  raw->items.clear();
  raw->groups.clear();
  raw->line_of_item.clear();
  if (!CountsAsAnswer(raw->status)) return false;
  raw->seconds = ParseSeconds(CellOf(row, columns.seconds), place, row.line);
  raw->golden = ParseGolden(CellOf(row, columns.golden), place, row.line);
  return true;
}

}  // namespace crowdclust
