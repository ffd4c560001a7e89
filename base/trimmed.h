// Texts without the white space around them.
#pragma once

#include <string_view>

namespace crowdclust {

// What stands between the first and the last character that is none of `white`; a part of `text`.
inline std::string_view Trimmed(std::string_view text, std::string_view white = " \t\r\n") {
  const std::size_t first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(white) + 1 - first);
}

}  // namespace crowdclust
