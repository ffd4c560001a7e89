#include "answers/golden_text.h"

#include <fmt/format.h>

#include <optional>

#include "answers/yes_no.h"
#include "base/error.h"
#include "base/lower_case.h"
#include "base/trimmed.h"

namespace crowdclust {

bool SaysGolden(std::string_view text) {
  const std::string word = LowerCase(Trimmed(text));
  return !word.empty() && word != "0" && word != "false";
}

bool ParseGolden(std::string_view cell, const std::string& place, long long line) {
  if (cell.empty()) return false;
  if (const std::optional<bool> golden = ParseYesNo(cell)) return *golden;
  throw InputError(place, line, fmt::format("golden is '{}'; true, false or nothing", cell));
}

}  // namespace crowdclust
