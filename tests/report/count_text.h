// How often a text holds another.
#pragma once

#include <string>

namespace crowdclust::testing {

inline int CountText(const std::string& text, const std::string& what) {
  int count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

}  // namespace crowdclust::testing
