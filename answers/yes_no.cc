#include "answers/yes_no.h"

#include <string>

#include "base/lower_case.h"

namespace crowdclust {

std::optional<bool> ParseYesNo(std::string_view cell) {
  const std::string word = LowerCase(cell);
  if (word == "1" || word == "true" || word == "yes") return true;
  if (word == "0" || word == "false" || word == "no") return false;
  return std::nullopt;
}

}  // namespace crowdclust
