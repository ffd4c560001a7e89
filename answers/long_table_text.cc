#include "answers/long_table_text.h"

#include "base/delimited_text.h"

namespace crowdclust {
namespace {

template <typename CellOf>
void AppendLong(const LongTableForm& form, const CellOf& cell_of, std::string* text) {
  std::array<std::string_view, static_cast<std::size_t>(LongColumn::kCount)> cells;
  for (std::size_t c = 0; c < form.columns.size(); ++c) cells[c] = cell_of(form.columns[c]);
  AppendRow(std::span<const std::string_view>(cells.data(), form.columns.size()), form.separator, text);
}

}  // namespace

void AppendLongHeader(const LongTableForm& form, std::string* text) {
  AppendLong(
      form, [](const LongTableForm::Column& column) { return column.name; }, text);
}

void AppendLongRow(const LongTableForm& form, const LongRowCells& cells, std::string* text) {
  AppendLong(
      form, [&cells](const LongTableForm::Column& column) { return cells[column.column]; }, text);
}

}  // namespace crowdclust
