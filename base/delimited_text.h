// Tables as text: comma, tab or semicolon separated, quoted as RFC 4180 says.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crowdclust {

// One record of a table; `line` is where it begins, from 1.
struct TextRow {
  long long line = 0;
  std::vector<std::string> cells;
};

// Splits text into records. A cell in double quotes may hold separators, line ends and doubled quotes; a quote
// elsewhere in a cell is a plain character. Rows that hold nothing are passed over.
class DelimitedReader {
 public:
  // Does not copy `text`, which must outlive the reader and have passed CheckText. `place` is for messages.
  DelimitedReader(std::string_view text, std::string place, char separator);

  // Reads the next record; false at the end. Throws InputError for a quote that never closes or text after one.
  bool Next(TextRow* row);

 private:
  std::string ReadCell();
  std::string ReadQuoted();
  bool AtLineEnd() const;

  std::string_view text_;
  std::string place_;
  char separator_;
  std::size_t at_ = 0;
  long long line_ = 1;
};

// The separator of a table: tab, comma or semicolon, whichever its first line holds most often (quotes
// respected); tab before comma before semicolon at a tie, comma when there is none.
char GuessSeparator(std::string_view text);

// A table with a header, read record by record.
class TableReader {
 public:
  // As DelimitedReader; the separator is guessed. Throws InputError for an empty or doubled column name.
  TableReader(std::string_view text, std::string place);

  const std::vector<std::string>& columns() const { return columns_; }
  const std::string& place() const { return place_; }

  // Index of a column, or -1.
  int Find(std::string_view column) const;
  // Index of a column. Throws InputError that names the nearest known one.
  int Require(std::string_view column) const;

  // Reads the next record; false at the end. Throws InputError where a row has more or fewer cells than the header.
  bool Next(TextRow* row);

 private:
  std::string place_;
  DelimitedReader rows_;
  std::vector<std::string> columns_;
};

// "path: no column 'itme'; did you mean 'item'? Columns: item, label"
[[noreturn]] void ThrowUnknownColumn(const std::string& place, std::string_view wanted,
                                     std::span<const std::string> columns);

// Appends one record and a line feed; quotes a cell only where it must be quoted.
void AppendRow(std::span<const std::string> cells, char separator, std::string* text);

}  // namespace crowdclust
