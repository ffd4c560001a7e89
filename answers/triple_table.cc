#include "answers/triple_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answers/answer_columns.h"
#include "answers/page_questions.h"
#include "base/delimited_text.h"
#include "base/error.h"

namespace crowdclust {
namespace {

// Which of the three items `odd` names; `odd` is not empty.
std::size_t OddOf(std::string_view odd, std::span<const std::string_view> items, const std::string& place,
                  long long line) {
  constexpr std::string_view kLetters = "abc", kDigits = "123";
  if (const auto named = std::ranges::find(items, odd); named != items.end())
    return static_cast<std::size_t>(named - items.begin());
  for (const std::string_view names : {kLetters, kDigits}) {
    if (odd.size() == 1 && names.find(odd) != std::string_view::npos) return names.find(odd);
  }
  throw InputError(
      place, line,
      fmt::format("odd is '{}'; '{}', '{}' or '{}', or its column a, b or c, or 1, 2 or 3, or nothing", odd,
                  items[0], items[1], items[2]));
}

}  // namespace

void ReadTripleTable(const AnswersText& text, const AssignmentSink& sink) {
  TableReader table(text.text, text.place);
  const AnswerColumns columns = FindAnswerColumns(table);
  const int a_at = table.Require("a"), b_at = table.Require("b"), c_at = table.Require("c");
  const int odd_at = table.Require("odd");
  std::vector<int> read = {a_at, b_at, c_at, odd_at};
  for (const int at : columns.Read()) read.push_back(at);
  for (const std::string& column : table.ColumnsBeside(read)) sink.ignore_column(column);
  RowView row;
  RawAssignment raw;
  PageQuestions questions;
  while (table.Next(&row)) {
    if (ReadAnswerCells(columns, row, text.place, &raw)) {
      raw.items = {CellOf(row, a_at), CellOf(row, b_at), CellOf(row, c_at)};
      raw.groups.resize(3);
      const std::string_view odd = CellOf(row, odd_at);
      if (!odd.empty()) {
        raw.groups = {"1", "1", "1"};
        raw.groups[OddOf(odd, raw.items, text.place, row.line)] = "2";
      }
      questions.NameApart(&raw);
    }
    sink.add(text.place, raw);
    if (text.passed) text.passed(table.offset());
  }
}

}  // namespace crowdclust
