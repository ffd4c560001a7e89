#include "hits/read_items.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/delimited_text.h"
#include "base/error.h"
#include "base/gzip.h"
#include "base/input_file.h"
#include "base/nearest_name.h"
#include "base/trimmed.h"

namespace crowdclust {
namespace {

constexpr std::array<std::string_view, 3> kItemColumns = {"item", "INPUT:image", "image_url"};

// Calls take(number, stripped line) for every line that is not blank, from the layout's first one.
template <typename Take>
void ForEachLine(std::string_view text, const TableLayout& layout, const Take& take) {
  long long number = layout.first_line;
  for (std::size_t begin = layout.begin; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find(layout.line_end, begin), text.size());
    const std::string_view line = Trimmed(text.substr(begin, end - begin));
    if (!line.empty()) take(number, line);
    begin = end + 1;
  }
}

std::string_view FirstLine(std::string_view text, const TableLayout& layout) {
  std::string_view first;
  ForEachLine(text, layout, [&first](long long, std::string_view line) {
    if (first.empty()) first = line;
  });
  return first;
}

// An array or object, whole or on the first line.
bool IsJson(std::string_view text, std::string_view first_line) {
  const bool may_be = first_line.starts_with('{') || first_line.starts_with('[');
  return may_be && (nlohmann::json::accept(first_line) || nlohmann::json::accept(text));
}

// A line of the file `place`.
struct Line {
  std::string_view text;
  const std::string& place;
  long long number = 1;
};

std::vector<std::string> CellsOf(const Line& line, char separator) {
  TextRow row;
  DelimitedReader(line.text, line.place, {.separator = separator, .first_line = line.number}).Next(&row);
  return row.cells;
}

// The known item column that the header names, or empty. A line without any of the names is never split, so
// that quotes in a plain list stay what they are.
std::string KnownColumn(const Line& header, char separator) {
  for (const std::string_view column : kItemColumns) {
    if (header.text.find(column) == std::string_view::npos) continue;
    const std::vector<std::string> cells = CellsOf(header, separator);
    if (std::ranges::find(cells, column) != cells.end()) return std::string(column);
  }
  return "";
}

// Cells of a line: one more than its separators outside quotes.
std::ptrdiff_t CountCells(std::string_view line, char separator) {
  std::ptrdiff_t cells = 1;
  bool quoted = false;
  for (const char c : line) {
    quoted ^= c == '"';
    cells += !quoted && c == separator;
  }
  return cells;
}

bool LooksLikeTable(std::string_view text, const TableLayout& layout, std::string_view header) {
  const char separator = layout.separator;
  const bool says_separator = layout.begin > 0;
  if (says_separator || separator == '\t') return true;
  const std::ptrdiff_t cells = CountCells(header, separator);
  bool alike = true, all_addresses = true;
  ForEachLine(text, layout, [&](long long, std::string_view line) {
    alike = alike && CountCells(line, separator) == cells;
    all_addresses = all_addresses && line.find("://") != std::string_view::npos;
  });
  return cells > 1 && alike && !all_addresses;
}

void AddItem(std::string_view item, const std::string& place, long long line, NameIndex* items) {
  if (item.empty()) throw InputError(place, line, "an item without a name");
  const int before = items->size();
  if (items->Add(item) != before) {
    throw InputError(place, line, "item '" + std::string(item) + "' stands twice; list every item once");
  }
}

NameIndex ItemsOfTable(std::string_view text, const std::string& place, const std::string& column) {
  TableReader table(text, place);
  const auto at = static_cast<std::size_t>(table.Require(column));
  NameIndex items;
  TextRow row;
  while (table.Next(&row)) AddItem(row.cells[at], place, row.line, &items);
  if (items.size() == 0) throw InputError(place + ": a header and no rows");
  return items;
}

}  // namespace

NameIndex ParseItems(std::string_view text, const std::string& place, const std::string& item_column) {
  text = CheckText(text, place);
  TableLayout layout = GuessLayout(text);
  const std::string_view header = FirstLine(text, layout);
  if (IsJson(text, header)) {
    throw InputError(
        place, layout.first_line,
        "JSON, where a list of items (one a line) or a table of them is wanted; name such a file");
  }
  if (layout.begin == 0) layout.separator = GuessLayout(header).separator;  // without the white space around
  const Line first = {header, place, layout.first_line};
  const std::string column = item_column.empty() ? KnownColumn(first, layout.separator) : item_column;
  if (!column.empty()) return ItemsOfTable(text, place, column);
  if (LooksLikeTable(text, layout, header)) {
    throw InputError(place, layout.first_line,
                     "a table without a column 'item'; name its item column by --item-column (columns: " +
                         JoinNames(CellsOf(first, layout.separator)) + ")");
  }
  NameIndex items;
  ForEachLine(text, layout,
              [&](long long number, std::string_view line) { AddItem(line, place, number, &items); });
  return items;
}

NameIndex ReadItems(const std::filesystem::path& path, const std::string& item_column) {
  return ParseItems(ReadUnpacked(path), path.string(), item_column);
}

NameIndex WithPrefix(std::string_view prefix, const NameIndex& items) {
  NameIndex prefixed;
  for (const std::string& item : items.names()) prefixed.Add(std::string(prefix) + item);
  return prefixed;
}

}  // namespace crowdclust
