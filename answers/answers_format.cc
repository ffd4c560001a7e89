#include "answers/answers_format.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/delimited_text.h"
#include "base/nearest_name.h"

namespace crowdclust {
namespace {

constexpr std::array<std::pair<std::string_view, AnswersFormat>, 4> kFormats = {{
    {"auto", AnswersFormat::kAuto},
    {"toloka", AnswersFormat::kToloka},
    {"table", AnswersFormat::kTable},
    {"jsonl", AnswersFormat::kJsonLines},
}};

}  // namespace

std::vector<std::string> AnswersFormatNames() {
  std::vector<std::string> names;
  for (const auto& [name, format] : kFormats) names.emplace_back(name);
  return names;
}

AnswersFormat ParseAnswersFormat(std::string_view name) {
  return kFormats[IndexOfName("format", name, AnswersFormatNames())].second;
}

AnswersFormat RecogniseFormat(std::string_view text, const std::string& place) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && (text[first] == '{' || text[first] == '['))
    return AnswersFormat::kJsonLines;
  RowView header;
  DelimitedReader(text, place, GuessSeparator(text)).Next(&header);
  const bool toloka = std::ranges::any_of(header.cells, [](std::string_view column) {
    return column.starts_with("INPUT:") || column.starts_with("OUTPUT:") || column.starts_with("ASSIGNMENT:");
  });
  return toloka ? AnswersFormat::kToloka : AnswersFormat::kTable;
}

}  // namespace crowdclust
