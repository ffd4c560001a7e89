#include <array>
#include <string>
#include <vector>

#include "answers/assignment_status.h"
#include "answers/toloka_cells.h"
#include "answers/toloka_columns.h"
#include "base/delimited_text.h"
#include "base/error.h"
#include "intruders/read_intruder_answers.h"

namespace crowdclust {
namespace {

constexpr std::string_view kItems = "INPUT:images";
constexpr std::string_view kAnswer = "OUTPUT:answer";
constexpr std::string_view kGolden = "GOLDEN:answer";

}  // namespace

void ReadTolokaIntruders(std::string_view text, const std::string& place, IntruderAnswersBuilder* builder) {
  TableReader table(text, place);
  const int items_at = table.Require(kItems);
  const int answer_at = table.Require(kAnswer);
  const int golden_at = table.Find(kGolden);
  const TolokaColumns columns = FindTolokaColumns(table);
  const std::array<int, 8> read = {items_at,           answer_at,      golden_at,       columns.worker,
                                   columns.assignment, columns.status, columns.started, columns.submitted};
  for (const std::string& column : table.ColumnsBeside(read)) builder->IgnoreColumn(column);

  RowView row;
  while (table.Next(&row)) {
    RawIntruderAnswer raw{.line = row.line,
                          .assignment = CellOf(row, columns.assignment),
                          .worker = CellOf(row, columns.worker),
                          .status = CellOf(row, columns.status),
                          .answer = CellOf(row, answer_at),
                          .golden = !CellOf(row, golden_at).empty()};
    std::vector<std::string> items;
    if (CountsAsAnswer(raw.status)) {
      items = ReadTolokaItems(CellOf(row, items_at), {place, row.line, kItems});
      if (items.empty())
        throw InputError(place, row.line, "INPUT:images is empty; it tells which HIT this is");
      raw.items = items;
      raw.seconds = TolokaSeconds(columns, row, place);
    }
    builder->Add(place, raw);
  }
}

}  // namespace crowdclust
