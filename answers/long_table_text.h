// The text of a long table: a row is one item in one group of one assignment.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crowdclust {

enum class LongColumn { kHit, kAssignment, kWorker, kItem, kGroup, kSeconds, kStatus, kGolden, kCount };

// Which columns a table has, in which order and by what names.
struct LongTableForm {
  struct Column {
    LongColumn column;
    std::string_view name;
  };
  std::vector<Column> columns;
  char separator = '\t';
};

// A text for each LongColumn; those that the form lacks are not looked at.
class LongRowCells {
 public:
  std::string_view& operator[](LongColumn column) { return cell_[static_cast<std::size_t>(column)]; }
  std::string_view operator[](LongColumn column) const { return cell_[static_cast<std::size_t>(column)]; }

 private:
  std::array<std::string_view, static_cast<std::size_t>(LongColumn::kCount)> cell_;
};

// Both append a row.
void AppendLongHeader(const LongTableForm& form, std::string* text);
void AppendLongRow(const LongTableForm& form, const LongRowCells& cells, std::string* text);

}  // namespace crowdclust
