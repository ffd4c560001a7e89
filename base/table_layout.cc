#include "base/table_layout.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/lower_case.h"

namespace crowdclust {
namespace {

// The first line feed outside quotes, or where there is none the first return.
std::size_t FirstLineEnd(std::string_view text) {
  bool quoted = false;
  std::size_t first_return = std::string_view::npos;
  for (std::size_t at = 0; at < text.size(); ++at) {
    quoted ^= text[at] == '"';
    if (quoted) continue;
    if (text[at] == '\n') return at;
    if (text[at] == '\r') first_return = std::min(first_return, at);
  }
  return std::min(first_return, text.size());
}

// What "sep=;" or "\"sep=;\"" says, in any letter case; 0 for any other line.
char StatedSeparator(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.size() == 7 && line.starts_with('"') && line.ends_with('"')) line = line.substr(1, 5);
  constexpr std::size_t kLength = 5;  // of "sep=;"
  if (line.size() != kLength || LowerCase(line.substr(0, kLength - 1)) != "sep=") return 0;
  const auto said = static_cast<unsigned char>(line.back());
  return said < 0x80 && (std::ispunct(said) != 0 || said == '\t') && said != '"' ? line.back() : '\0';
}

char MostFrequentSeparator(std::string_view line) {
  constexpr std::array<char, 3> kSeparators = {'\t', ',', ';'};
  std::array<int, 3> seen{};
  bool quoted = false;
  for (const char c : line) {
    quoted ^= c == '"';
    for (std::size_t s = 0; s < kSeparators.size(); ++s) seen[s] += !quoted && c == kSeparators[s];
  }
  const auto most = std::ranges::max_element(seen);
  return *most == 0 ? ',' : kSeparators[static_cast<std::size_t>(most - seen.begin())];
}

}  // namespace

TableLayout GuessLayout(std::string_view text) {
  TableLayout layout;
  const std::size_t start = std::min(text.find_first_not_of("\r\n"), text.size());
  const std::size_t length = FirstLineEnd(text.substr(start));
  const std::size_t end = start + length;
  if (end < text.size() && text[end] == '\r') layout.line_end = '\r';
  const std::string_view line = text.substr(start, length);
  const char stated = StatedSeparator(line);
  layout.separator = stated != 0 ? stated : MostFrequentSeparator(line);
  if (stated == 0) return layout;
  layout.begin = std::min(end + 1, text.size());
  layout.first_line = 2 + std::ranges::count(text.substr(0, start), layout.line_end);
  return layout;
}

}  // namespace crowdclust
