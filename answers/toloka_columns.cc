#include "answers/toloka_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "base/error.h"
#include "base/input_file.h"
#include "base/iso_time.h"

namespace crowdclust {
namespace {

double ReadTime(std::string_view text, std::string_view column, const std::string& place, long long line) {
  const std::optional<double> seconds = ParseIsoTime(text);
  if (seconds) return *seconds;
  throw InputError(place, line,
                   fmt::format("{} is '{}'; a time is 2024-03-01T10:20:30.250 in UTC", column, text));
}

}  // namespace

TolokaColumns FindTolokaColumns(const TableReader& table) {
  return {.worker = table.Require("ASSIGNMENT:worker_id"),
          .assignment = table.Find("ASSIGNMENT:assignment_id"),
          .status = table.Find("ASSIGNMENT:status"),
          .started = table.Find("ASSIGNMENT:started"),
          .submitted = table.Find("ASSIGNMENT:submitted"),
          .task = table.Find("ASSIGNMENT:task_id"),
          .suite = table.Find("ASSIGNMENT:task_suite_id")};
}

double TolokaSeconds(const TolokaColumns& columns, const RowView& row, const std::string& place) {
  const std::string_view started = CellOf(row, columns.started);
  const std::string_view submitted = CellOf(row, columns.submitted);
  if (started.empty() || submitted.empty()) return std::numeric_limits<double>::quiet_NaN();
  const double seconds = ReadTime(submitted, "ASSIGNMENT:submitted", place, row.line) -
                         ReadTime(started, "ASSIGNMENT:started", place, row.line);
  if (seconds >= 0) return std::round(seconds * 1000) / 1000;
  throw InputError(
      place, row.line,
      fmt::format("submitted at {}, before it was started at {}; empty one cell where the time is not "
                  "known",
                  submitted, started));
}

std::string TolokaHitName(const TolokaColumns& columns, const RowView& row,
                          std::span<const std::string> items) {
  const std::string_view task = CellOf(row, columns.task);
  if (!task.empty()) return std::string(task);
  std::vector<std::string> sorted(items.begin(), items.end());
  std::ranges::sort(sorted);
  std::string text;
  for (const std::string& item : sorted) text += item + '\n';
  const std::string digest = Sha256(text).substr(0, 16);
  const std::string_view suite = CellOf(row, columns.suite);
  return suite.empty() ? digest : fmt::format("{}/{}", suite, digest);
}

}  // namespace crowdclust
