#include "answers/seconds_text.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

#include "base/error.h"

namespace crowdclust {

double ParseSeconds(std::string_view cell, const std::string& place, long long line) {
  if (cell.empty()) return std::numeric_limits<double>::quiet_NaN();
  double seconds = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), seconds);
  if (error == std::errc() && end == cell.data() + cell.size() && std::isfinite(seconds) && seconds >= 0)
    return seconds;
  throw InputError(place, line, fmt::format("seconds are '{}'; a number from 0 up, or nothing", cell));
}

std::string SecondsText(double seconds) { return std::isnan(seconds) ? "" : fmt::format("{}", seconds); }

}  // namespace crowdclust
