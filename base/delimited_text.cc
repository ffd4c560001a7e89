#include "base/delimited_text.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/nearest_name.h"

namespace crowdclust {
namespace {

template <typename Cells>
void AppendCells(const Cells& cells, char separator, std::string* text) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) *text += separator;
    first = false;
    const bool plain = cell.find_first_of("\"\r\n") == std::string_view::npos &&
                       cell.find(separator) == std::string_view::npos;
    if (plain) {
      *text += cell;
    } else {
      AppendQuoted(cell, text);
    }
  }
  *text += '\n';
}

}  // namespace

DelimitedReader::DelimitedReader(std::string_view text, std::string place, const TableLayout& layout)
    : text_(text),
      place_(std::move(place)),
      separator_(layout.separator),
      line_end_(layout.line_end),
      at_(layout.begin),
      line_(layout.first_line) {}

bool DelimitedReader::AtLineEnd() const {
  return at_ >= text_.size() || text_[at_] == line_end_ ||
         (line_end_ == '\n' && text_.substr(at_).starts_with("\r\n"));
}

std::string_view DelimitedReader::ReadQuoted(RowView* row) {
  const long long opened = line_;
  const std::size_t begin = ++at_;
  std::string* unescaped = nullptr;
  for (;;) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos)
      throw InputError(place_, opened, "a quote opens here and never closes");
    const bool doubled = quote + 1 < text_.size() && text_[quote + 1] == '"';
    const std::string_view piece = text_.substr(at_, quote + (doubled ? 1 : 0) - at_);
    line_ += std::ranges::count(piece, line_end_);
    if (doubled && unescaped == nullptr) unescaped = &row->unescaped.emplace_back();
    if (unescaped != nullptr) *unescaped += piece;
    at_ = quote;
    if (!doubled) break;
    at_ += 2;
  }
  const std::string_view plain = text_.substr(begin, at_ - begin);
  ++at_;
  if (!AtLineEnd() && text_[at_] != separator_) {
    throw InputError(place_, line_, "text after a closing quote; double the quotes inside a quoted cell");
  }
  return unescaped == nullptr ? plain : std::string_view(*unescaped);
}

std::string_view DelimitedReader::ReadCell(RowView* row) {
  if (at_ < text_.size() && text_[at_] == '"') return ReadQuoted(row);
  const std::size_t begin = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != line_end_) ++at_;
  const bool feed = at_ < text_.size() && text_[at_] == '\n';
  if (feed && line_end_ == '\n' && at_ > begin && text_[at_ - 1] == '\r') --at_;
  return text_.substr(begin, at_ - begin);
}

bool DelimitedReader::Next(RowView* row) {
  while (at_ < text_.size()) {
    row->line = line_;
    row->cells.clear();
    row->unescaped.clear();
    row->cells.push_back(ReadCell(row));
    while (at_ < text_.size() && text_[at_] == separator_) {
      ++at_;
      row->cells.push_back(ReadCell(row));
    }
    if (at_ < text_.size()) {
      at_ += text_[at_] == line_end_ ? 1 : 2;
      ++line_;
    }
    const bool blank = std::ranges::all_of(row->cells, [](std::string_view cell) { return cell.empty(); });
    if (!blank) return true;
  }
  return false;
}

bool DelimitedReader::Next(TextRow* row) {
  if (!Next(&view_)) return false;
  row->line = view_.line;
  row->cells.assign(view_.cells.begin(), view_.cells.end());
  return true;
}

TableReader::TableReader(std::string_view text, std::string place, FirstColumn first)
    : place_(std::move(place)), rows_(text, place_, GuessLayout(text)) {
  TextRow header;
  if (!rows_.Next(&header)) throw InputError(place_ + ": empty file");
  columns_ = std::move(header.cells);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const bool may_be_unnamed = i == 0 && first == FirstColumn::kMayBeUnnamed;
    if (columns_[i].empty() && !may_be_unnamed) {
      throw InputError(place_, header.line,
                       "column " + std::to_string(i + 1) +
                           " of the header has no name; name it, or delete the column (pandas "
                           "writes its index as one unless index=False is given)");
    }
    if (std::find(columns_.begin(), columns_.begin() + static_cast<std::ptrdiff_t>(i), columns_[i]) !=
        columns_.begin() + static_cast<std::ptrdiff_t>(i)) {
      throw InputError(place_, header.line, "column '" + columns_[i] + "' stands twice in the header");
    }
  }
}

int TableReader::Find(std::string_view column) const {
  const auto found = std::ranges::find(columns_, column);
  return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
}

std::vector<std::string> TableReader::ColumnsBeside(std::span<const int> read) const {
  std::vector<std::string> beside;
  for (int at = 0; at < static_cast<int>(columns_.size()); ++at) {
    if (std::ranges::find(read, at) == read.end()) beside.push_back(columns_[static_cast<std::size_t>(at)]);
  }
  return beside;
}

int TableReader::Require(std::string_view column) const {
  const int index = Find(column);
  if (index < 0) ThrowUnknownColumn(place_, column, columns_);
  return index;
}

void TableReader::CheckWidth(long long line, std::size_t cells) const {
  if (cells == columns_.size()) return;
  throw InputError(place_, line,
                   std::to_string(cells) + " cells where the header has " + std::to_string(columns_.size()) +
                       "; quote cells that hold the separator");
}

bool TableReader::Next(TextRow* row) {
  if (!rows_.Next(row)) return false;
  CheckWidth(row->line, row->cells.size());
  return true;
}

bool TableReader::Next(RowView* row) {
  if (!rows_.Next(row)) return false;
  CheckWidth(row->line, row->cells.size());
  return true;
}

void ThrowUnknownColumn(const std::string& place, std::string_view wanted,
                        std::span<const std::string> columns) {
  throw InputError(place + ":1: no column '" + std::string(wanted) + "'; nearest is '" +
                   NearestName(wanted, columns) + "' (columns: " + JoinNames(columns) + ")");
}

void AppendQuoted(std::string_view cell, std::string* text) {
  *text += '"';
  for (const char c : cell) {
    if (c == '"') *text += '"';
    *text += c;
  }
  *text += '"';
}

void AppendRow(std::span<const std::string> cells, char separator, std::string* text) {
  AppendCells(cells, separator, text);
}

void AppendRow(std::span<const std::string_view> cells, char separator, std::string* text) {
  AppendCells(cells, separator, text);
}

}  // namespace crowdclust
