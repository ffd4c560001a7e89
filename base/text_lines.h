// Text line by line.
#pragma once

#include <algorithm>
#include <string_view>

namespace crowdclust {

// Calls use(line, number) for every line that holds more than white space; lines count from 1.
template <typename Use>
void ForEachFilledLine(std::string_view text, const Use& use) {
  long long number = 1;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) use(line, number);
  }
}

}  // namespace crowdclust
