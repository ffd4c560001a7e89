// Tables as text: comma, tab or semicolon separated, quoted as RFC 4180 says.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/table_layout.h"

namespace crowdclust {

// One record of a table; `line` is where it begins, from 1.
struct TextRow {
  long long line = 0;
  std::vector<std::string> cells;
};

// The same without copies: valid until the next record is read into it, and as long as the text is there.
struct RowView {
  long long line = 0;
  std::vector<std::string_view> cells;
  std::deque<std::string> unescaped;  // the cells that hold a doubled quote
};

// A cell of a row; empty for column -1.
inline std::string_view CellOf(const RowView& row, int column) {
  return column < 0 ? std::string_view() : row.cells[static_cast<std::size_t>(column)];
}

// Splits text into records. A cell in double quotes may hold separators, line ends and doubled quotes; a
// quote elsewhere in a cell is a plain character. Rows that hold nothing are passed over.
class DelimitedReader {
 public:
  // Does not copy `text`, which must outlive the reader and have passed CheckText. `place` is for messages.
  DelimitedReader(std::string_view text, std::string place, const TableLayout& layout);

  // Reads the next record; false at the end. Throws InputError for a quote that never closes and for text
  // after a closing quote.
  bool Next(TextRow* row);
  // The same, for large tables: no allocation a row but for cells with doubled quotes.
  bool Next(RowView* row);

  // How far the text has been read.
  std::size_t offset() const { return at_; }

 private:
  std::string_view ReadCell(RowView* row);
  std::string_view ReadQuoted(RowView* row);
  bool AtLineEnd() const;

  std::string_view text_;
  std::string place_;
  char separator_;
  char line_end_;
  std::size_t at_;
  long long line_;
  RowView view_;
};

// Whether the first column of a table must have a name; matrices often leave that cell empty.
enum class FirstColumn { kNamed, kMayBeUnnamed };

// A table with a header, read record by record.
class TableReader {
 public:
  // As DelimitedReader; the layout is guessed. Throws InputError for an empty or doubled column name.
  TableReader(std::string_view text, std::string place, FirstColumn first = FirstColumn::kNamed);

  const std::vector<std::string>& columns() const { return columns_; }
  const std::string& place() const { return place_; }

  // The columns that are not among the indices `read` (-1 stands for none), in the order of the table.
  std::vector<std::string> ColumnsBeside(std::span<const int> read) const;
  // Index of a column, or -1.
  int Find(std::string_view column) const;
  // Index of a column. Throws InputError that names the nearest known one.
  int Require(std::string_view column) const;

  // Reads the next record; false at the end. Throws InputError where a row has more or fewer cells than the
  // header.
  bool Next(TextRow* row);
  bool Next(RowView* row);

  // How far the text has been read.
  std::size_t offset() const { return rows_.offset(); }

 private:
  void CheckWidth(long long line, std::size_t cells) const;

  std::string place_;
  DelimitedReader rows_;
  std::vector<std::string> columns_;
};

// "path: no column 'itme'; did you mean 'item'? Columns: item, label"
[[noreturn]] void ThrowUnknownColumn(const std::string& place, std::string_view wanted,
                                     std::span<const std::string> columns);

// Appends one record and a line feed; quotes a cell only where it must be quoted.
void AppendRow(std::span<const std::string> cells, char separator, std::string* text);
void AppendRow(std::span<const std::string_view> cells, char separator, std::string* text);

// Appends a cell in quotes, needed or not.
void AppendQuoted(std::string_view cell, std::string* text);

}  // namespace crowdclust
