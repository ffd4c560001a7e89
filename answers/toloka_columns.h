// The columns that every table of Toloka assignments has, whatever was asked. Shared by the readers of
// groupings and of intruder answers.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/delimited_text.h"

namespace crowdclust {

// Index of each column, -1 where the table has none.
struct TolokaColumns {
  int worker = -1;      // ASSIGNMENT:worker_id
  int assignment = -1;  // ASSIGNMENT:assignment_id
  int status = -1;      // ASSIGNMENT:status
  int started = -1;     // ASSIGNMENT:started
  int submitted = -1;   // ASSIGNMENT:submitted
  int task = -1;        // ASSIGNMENT:task_id
  int suite = -1;       // ASSIGNMENT:task_suite_id
};

// Throws InputError when there is no worker column.
TolokaColumns FindTolokaColumns(const TableReader& table);

// Seconds from ASSIGNMENT:started to ASSIGNMENT:submitted, to the millisecond; NaN where one of them is not
// there or empty. Throws InputError for a text that is no time and for an end before the start.
double TolokaSeconds(const TolokaColumns& columns, const RowView& row, const std::string& place);

// What tells one HIT from another: the task's id; else its items in any order, as 16 hexadecimal digits of
// their SHA-256, after the suite's id and a slash where there is one (a suite may hold several HITs).
std::string TolokaHitName(const TolokaColumns& columns, const RowView& row,
                          std::span<const std::string> items);

}  // namespace crowdclust
