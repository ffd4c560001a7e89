#include "answers/golden_text.h"

#include <algorithm>

namespace crowdclust {

bool SaysGolden(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  constexpr std::string_view kFalse = "false";
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  text = text.substr(0, text.find_last_not_of(kSpace) + 1);
  const bool says_false = std::ranges::equal(
      text, kFalse, [](char c, char small) { return (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) == small; });
  return !text.empty() && text != "0" && !says_false;
}

}  // namespace crowdclust
