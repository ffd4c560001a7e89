#include "tools/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace crowdclust::tools {
namespace {

std::size_t Width(std::string_view text) {
  const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::ranges::count_if(text, starts));
}

}  // namespace

std::string AlignColumns(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> width(rows.front().size());
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t c = 0; c < row.size(); ++c) width[c] = std::max(width[c], Width(row[c]));
  }
  std::string text;
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string blanks(width[c] - Width(row[c]), ' ');
      text += c == 0 ? row[c] + blanks : "  " + blanks + row[c];
    }
    text += '\n';
  }
  return text;
}

std::string FigureLine(const std::string& what, const std::string& value) {
  return fmt::format("{:<26}{:>14}\n", what, value);
}

}  // namespace crowdclust::tools
