#include "answers/pair_table.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/answer_columns.h"
#include "answers/page_questions.h"
#include "answers/yes_no.h"
#include "base/delimited_text.h"
#include "base/error.h"
#include "base/lower_case.h"

namespace crowdclust {
namespace {

// None for an empty cell.
std::optional<bool> ParseSame(std::string_view cell, const std::string& place, long long line) {
  if (cell.empty()) return std::nullopt;
  if (const std::optional<bool> yes = ParseYesNo(cell)) return yes;
  const std::string word = LowerCase(cell);
  if (word == "same") return true;
  if (word == "different") return false;
  throw InputError(
      place, line,
      fmt::format("same is '{}'; 1, true, yes or same, or 0, false, no or different, or nothing", cell));
}

}  // namespace

void ReadPairTable(const AnswersText& text, const AssignmentSink& sink) {
  TableReader table(text.text, text.place);
  const AnswerColumns columns = FindAnswerColumns(table);
  const int a_at = table.Require("a"), b_at = table.Require("b"), same_at = table.Require("same");
  std::vector<int> read = {a_at, b_at, same_at};
  for (const int at : columns.Read()) read.push_back(at);
  for (const std::string& column : table.ColumnsBeside(read)) sink.ignore_column(column);
  RowView row;
  RawAssignment raw;
  PageQuestions questions;
  while (table.Next(&row)) {
    if (ReadAnswerCells(columns, row, text.place, &raw)) {
      const std::optional<bool> same = ParseSame(CellOf(row, same_at), text.place, row.line);
      raw.items = {CellOf(row, a_at), CellOf(row, b_at)};
      raw.groups.resize(2);
      if (same) raw.groups = {"1", *same ? "1" : "2"};
      questions.NameApart(&raw);
    }
    sink.add(text.place, raw);
    if (text.passed) text.passed(table.offset());
  }
}

}  // namespace crowdclust
