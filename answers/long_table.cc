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
  LongTableRows rows(text.place, columns.rows_by(), text.rows);
  RowView row;
  while (table.Next(&row)) {
    rows.Add(CellsOf(columns, row, text.place), sink);
    if (text.passed) text.passed(table.offset());
  }
  rows.HandOn(sink);
}

}  // namespace crowdclust
