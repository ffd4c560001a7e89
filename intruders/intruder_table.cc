#include <array>
#include <string>

#include "answers/seconds_text.h"
#include "base/delimited_text.h"
#include "intruders/read_intruder_answers.h"

namespace crowdclust {
void ReadIntruderTable(std::string_view text, const std::string& place, IntruderAnswersBuilder* builder) {
  TableReader table(text, place);
  const int hit_at = table.Require("hit");
  const int worker_at = table.Require("worker");
  const int answer_at = table.Require("answer");
  const int assignment_at = table.Find("assignment");
  const int seconds_at = table.Find("seconds");
  const int status_at = table.Find("status");
  const std::array<int, 6> read = {hit_at, worker_at, answer_at, assignment_at, seconds_at, status_at};
  for (const std::string& column : table.ColumnsBeside(read)) builder->IgnoreColumn(column);

  RowView row;
  const auto cell = [&row](int column) {
    return column < 0 ? std::string_view() : row.cells[static_cast<std::size_t>(column)];
  };
  while (table.Next(&row)) {
    builder->Add(place, {.line = row.line,
                         .hit = cell(hit_at),
                         .assignment = cell(assignment_at),
                         .worker = cell(worker_at),
                         .status = cell(status_at),
                         .answer = cell(answer_at),
                         .seconds = ParseSeconds(cell(seconds_at), place, row.line)});
  }
}

}  // namespace crowdclust
