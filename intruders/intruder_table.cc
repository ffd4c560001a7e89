#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "base/delimited_text.h"
#include "base/error.h"
#include "intruders/read_intruder_answers.h"

namespace crowdclust {
namespace {

double ReadSeconds(std::string_view cell, const std::string& place, long long line) {
  if (cell.empty()) return std::numeric_limits<double>::quiet_NaN();
  double seconds = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), seconds);
  if (error == std::errc() && end == cell.data() + cell.size() && std::isfinite(seconds) && seconds >= 0)
    return seconds;
  throw InputError(place, line, fmt::format("seconds are '{}'; a number from 0 up, or nothing", cell));
}

}  // namespace

void ReadIntruderTable(std::string_view text, const std::string& place, IntruderAnswersBuilder* builder) {
  TableReader table(text, place);
  const int hit_at = table.Require("hit");
  const int worker_at = table.Require("worker");
  const int answer_at = table.Require("answer");
  const int assignment_at = table.Find("assignment");
  const int seconds_at = table.Find("seconds");
  const std::array<int, 5> read = {hit_at, worker_at, answer_at, assignment_at, seconds_at};
  for (int at = 0; at < static_cast<int>(table.columns().size()); ++at) {
    if (std::ranges::find(read, at) == read.end())
      builder->IgnoreColumn(table.columns()[static_cast<std::size_t>(at)]);
  }

  RowView row;
  const auto cell = [&row](int column) {
    return column < 0 ? std::string_view() : row.cells[static_cast<std::size_t>(column)];
  };
  while (table.Next(&row)) {
    builder->Add(place, {.line = row.line,
                         .hit = cell(hit_at),
                         .assignment = cell(assignment_at),
                         .worker = cell(worker_at),
                         .answer = cell(answer_at),
                         .seconds = ReadSeconds(cell(seconds_at), place, row.line)});
  }
}

}  // namespace crowdclust
