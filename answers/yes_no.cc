#include "answers/yes_no.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/lower_case.h"

namespace crowdclust {

std::optional<bool> ParseYesNo(std::string_view cell) {
  const std::string word = LowerCase(cell);
  if (word == "1" || word == "true" || word == "yes") return true;
  if (word == "0" || word == "false" || word == "no") return false;
  return std::nullopt;
}

bool ParseGolden(std::string_view cell, const std::string& place, long long line) {
  if (cell.empty()) return false;
  if (const std::optional<bool> golden = ParseYesNo(cell)) return *golden;
  throw InputError(place, line, fmt::format("golden is '{}'; true, false or nothing", cell));
}

}  // namespace crowdclust
