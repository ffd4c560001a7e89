// The columns that every table with an answer a row has, whatever was asked.
#pragma once

#include <array>
#include <string>

#include "answers/raw_assignment.h"
#include "base/delimited_text.h"

namespace crowdclust {

// Index of each column, -1 where the table has none.
struct AnswerColumns {
  int worker, hit, assignment, seconds, status, golden;

  std::array<int, 6> Read() const { return {worker, hit, assignment, seconds, status, golden}; }
};

// By the names of the members. Throws InputError when there is no worker column, the nearest named.
AnswerColumns FindAnswerColumns(const TableReader& table);

// Fills all but items and groups, which become empty; texts last as long as the row. True where the status
// counts: seconds and golden are looked at only then. Throws InputError where these are none.
bool ReadAnswerCells(const AnswerColumns& columns, const RowView& row, const std::string& place,
                     RawAssignment* raw);

}  // namespace crowdclust
