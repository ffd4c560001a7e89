// The columns of a long table.
#pragma once

#include <array>
#include <limits>
#include <string>
#include <string_view>

#include "answers/answers_text.h"
#include "base/delimited_text.h"

namespace crowdclust {

// What tells the rows of one assignment from those of another.
enum class RowsBy { kAssignment, kHitAndWorker, kWorker };

// One row, whatever its columns are called. The texts last as long as the row.
struct LongTableCells {
  long long line = 0;
  std::string_view worker{}, item{}, group{}, hit{}, assignment{}, status{};
  std::string_view word{};  // what the group was called, where `group` tells it by something else
  double seconds = std::numeric_limits<double>::quiet_NaN();  // NaN where none are said
  bool golden = false;
};

// Index of each column, -1 where the table has none.
struct LongTableColumns {
  int worker, item, group, hit, assignment, seconds, status, golden;

  std::array<int, 8> Read() const { return {worker, item, group, hit, assignment, seconds, status, golden}; }
  RowsBy rows_by() const {
    return assignment >= 0 ? RowsBy::kAssignment : hit >= 0 ? RowsBy::kHitAndWorker : RowsBy::kWorker;
  }
};

// Finds the columns by the map's names, or where it has none by the usual ones. Throws InputError where the
// worker, the item, the group or a column of the map is missing, the nearest column named.
LongTableColumns FindLongTableColumns(const TableReader& table, const ColumnMap& map);

// A row's cells. Throws InputError for seconds and golden that are none.
LongTableCells CellsOf(const LongTableColumns& columns, const RowView& row, const std::string& place);

}  // namespace crowdclust
