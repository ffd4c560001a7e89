#include "answers/wide_table.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "answers/long_table_rows.h"
#include "base/delimited_text.h"
#include "base/error.h"
#include "base/name_index.h"

namespace crowdclust {
namespace {

// What one orientation calls its rows, and the other's format.
struct Orientation {
  std::string_view rows;
  std::string_view columns;
  std::string_view other_format;
};

void CheckHeader(const TableReader& table, const Orientation& is) {
  if (table.columns().size() < 2) {
    throw InputError(fmt::format("{}:1: one column; a column for each {} is needed beside the {}s",
                                 table.place(), is.columns, is.rows));
  }
  if (table.columns()[0] == is.columns) {
    throw InputError(
        fmt::format("{}:1: the first column is called '{}', but its cells are read as {}s; "
                    "give --format {}, or another name",
                    table.place(), is.columns, is.rows, is.other_format));
  }
}

// R writes NA where a value is missing.
std::string_view GroupOf(std::string_view cell) { return cell == "NA" ? std::string_view() : cell; }

}  // namespace

void ReadWideTable(const AnswersText& text, const AssignmentSink& sink) {
  TableReader table(text.text, text.place, FirstColumn::kMayBeUnnamed);
  CheckHeader(table, {.rows = "item", .columns = "worker", .other_format = "wide-workers"});
  LongTableRows rows(text.place, RowsBy::kWorker);
  RowView row;
  while (table.Next(&row)) {
    for (std::size_t w = 1; w < row.cells.size(); ++w) {
      rows.Add({.line = row.line,
                .worker = table.columns()[w],
                .item = row.cells[0],
                .group = GroupOf(row.cells[w])},
               sink);
    }
    if (text.passed) text.passed(table.offset());
  }
  rows.HandOn(sink);
}

void ReadWideWorkersTable(const AnswersText& text, const AssignmentSink& sink) {
  TableReader table(text.text, text.place, FirstColumn::kMayBeUnnamed);
  CheckHeader(table, {.rows = "worker", .columns = "item", .other_format = "wide"});
  RawAssignment raw;
  raw.items.assign(table.columns().begin() + 1, table.columns().end());
  NameIndex workers;
  std::vector<long long> line_of_worker;
  RowView row;
  while (table.Next(&row)) {
    raw.line = row.line;
    raw.worker = row.cells[0];
    const auto worker = static_cast<std::size_t>(workers.Add(raw.worker));
    if (worker < line_of_worker.size()) {
      throw InputError(
          text.place, row.line,
          fmt::format(
              "worker '{}' stands twice (first in line {}); give a worker one row, or in a long table "
              "name its columns by --map",
              raw.worker, line_of_worker[worker]));
    }
    line_of_worker.push_back(row.line);
    raw.groups.clear();
    for (std::size_t i = 1; i < row.cells.size(); ++i) raw.groups.emplace_back(GroupOf(row.cells[i]));
    sink.add(text.place, raw);
    if (text.passed) text.passed(table.offset());
  }
}

}  // namespace crowdclust
