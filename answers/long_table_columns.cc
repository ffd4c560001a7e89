#include "answers/long_table_columns.h"

#include "answers/golden_text.h"
#include "answers/seconds_text.h"

namespace crowdclust {

LongTableColumns FindLongTableColumns(const TableReader& table, const ColumnMap& map) {
  const auto needed = [&table](const std::string& mapped, std::string_view usual) {
    return table.Require(mapped.empty() ? usual : std::string_view(mapped));
  };
  const auto optional = [&table](const std::string& mapped, std::string_view usual) {
    return mapped.empty() ? table.Find(usual) : table.Require(mapped);
  };
  return {.worker = needed(map.worker, "worker"),
          .item = needed(map.item, "item"),
          .group = needed(map.group, "group"),
          .hit = optional(map.hit, "hit"),
          .assignment = optional(map.assignment, "assignment"),
          .seconds = optional(map.seconds, "seconds"),
          .status = optional(map.status, "status"),
          .golden = optional(map.golden, "golden")};
}

LongTableCells CellsOf(const LongTableColumns& columns, const RowView& row, const std::string& place) {
  return {.line = row.line,
          .worker = CellOf(row, columns.worker),
          .item = CellOf(row, columns.item),
          .group = CellOf(row, columns.group),
          .hit = CellOf(row, columns.hit),
          .assignment = CellOf(row, columns.assignment),
          .status = CellOf(row, columns.status),
          .seconds = ParseSeconds(CellOf(row, columns.seconds), place, row.line),
          .golden = ParseGolden(CellOf(row, columns.golden), place, row.line)};
}

}  // namespace crowdclust
