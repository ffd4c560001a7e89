#include "answers/long_table.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "answers/long_table_rows.h"
#include "base/delimited_text.h"

namespace crowdclust {
namespace {

std::string_view NameOrNone(const NameIndex& names, int index) {
  return index < 0 ? std::string_view() : std::string_view(names.Name(index));
}

void AddAssignments(const LongTableRows& table, const std::string& place, const AssignmentSink& sink) {
  std::vector<std::size_t> first;
  const std::vector<std::uint32_t> order = table.Order(&first);
  RawAssignment raw;
  for (std::size_t k = 0; k < table.keys().size(); ++k) {
    const LongTableKey& key = table.keys()[k];
    raw.line = key.line;
    raw.hit = NameOrNone(table.hits(), key.hit);
    raw.assignment = NameOrNone(table.assignments(), key.assignment);
    raw.worker = table.workers().Name(key.worker);
    raw.status = NameOrNone(table.statuses(), key.status);
    raw.seconds = key.seconds;
    raw.items.clear();
    raw.groups.clear();
    raw.line_of_item.clear();
    for (std::size_t at = first[k]; at < first[k + 1]; ++at) {
      const LongTableRow& row = table.rows()[order.empty() ? at : order[at]];
      raw.items.push_back(table.items().Name(row.item));
      raw.groups.push_back(NameOrNone(table.groups(), row.group));
      raw.line_of_item.push_back(row.line);
    }
    sink.add(place, raw);
  }
}

}  // namespace

void ReadLongTable(const AnswersText& text, const AssignmentSink& sink) {
  TableReader table(text.text, text.place);
  LongTableRows rows(table);
  for (const std::string& column : table.ColumnsBeside(rows.ColumnsRead())) sink.ignore_column(column);
  RowView row;
  while (table.Next(&row)) {
    rows.Add(row);
    if (text.passed) text.passed(table.offset());
  }
  AddAssignments(rows, text.place, sink);
}

}  // namespace crowdclust
