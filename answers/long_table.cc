#include "answers/long_table.h"

#include <string>

#include "answers/long_table_columns.h"
#include "answers/long_table_rows.h"
#include "base/delimited_text.h"

namespace crowdclust {

void ReadLongTable(const AnswersText& text, const AssignmentSink& sink) {
  TableReader table(text.text, text.place);
  const LongTableColumns columns = FindLongTableColumns(table, text.columns);
  for (const std::string& column : table.ColumnsBeside(columns.Read())) sink.ignore_column(column);
  LongTableRows rows(text.place, columns.rows_by());
  RowView row;
  while (table.Next(&row)) {
    const LongTableCells cells = CellsOf(columns, row, text.place);
    if (text.rows_together) {
      rows.AddTogether(cells, sink);
    } else {
      rows.Add(cells);
    }
    if (text.passed) text.passed(table.offset());
  }
  rows.HandOn(sink);
}

}  // namespace crowdclust
