#include "answers/answers_format.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "answers/json_scan.h"
#include "answers/table_format.h"
#include "base/delimited_text.h"
#include "base/nearest_name.h"

namespace crowdclust {
namespace {

constexpr auto kFormatNames = std::to_array<std::pair<std::string_view, AnswersFormat>>({
    {"auto", AnswersFormat::kAuto},
    {"toloka", AnswersFormat::kToloka},
    {"table", AnswersFormat::kTable},
    {"jsonl", AnswersFormat::kJsonLines},
    {"mturk", AnswersFormat::kMturk},
    {"label-studio", AnswersFormat::kLabelStudio},
    {"card-sort", AnswersFormat::kCardSort},
    {"wide", AnswersFormat::kWide},
    {"wide-workers", AnswersFormat::kWideWorkers},
    {"pairs", AnswersFormat::kPairs},
    {"triples", AnswersFormat::kTriples},
    {"crowd-kit", AnswersFormat::kCrowdKit},
});

using Columns = std::vector<std::string_view>;

bool IsToloka(const Columns& columns) {
  return std::ranges::any_of(columns, [](std::string_view column) {
    return column.starts_with("INPUT:") || column.starts_with("OUTPUT:") || column.starts_with("ASSIGNMENT:");
  });
}

bool IsMturk(const Columns& columns) {
  const auto has = [&columns](std::string_view name) {
    return std::ranges::find(columns, name) != columns.end();
  };
  return (has("HITId") && has("AssignmentId")) ||
         std::ranges::any_of(columns, [](std::string_view column) { return column.starts_with("Answer."); });
}

struct HeaderRule {
  AnswersFormat format;
  bool (*fits)(const Columns& columns);
};

// Asked in this order; FormatOfColumns tells the form of a header that fits none.
constexpr auto kHeaderRules = std::to_array<HeaderRule>({
    {AnswersFormat::kToloka, IsToloka},
    {AnswersFormat::kMturk, IsMturk},
});

// `text` begins with a bracket. An array of nothing can only be an export without tasks.
AnswersFormat RecogniseJson(std::string_view text) {
  const std::size_t second = text.find_first_not_of(" \t\r\n", text.find_first_of("[{") + 1);
  if (second != std::string_view::npos && text[second] == ']') return AnswersFormat::kLabelStudio;
  constexpr auto kFields = std::to_array<std::string_view>({"annotations", "annotation_id", "annotator"});
  return FirstObjectHasOneOf(text, kFields) ? AnswersFormat::kLabelStudio : AnswersFormat::kJsonLines;
}

}  // namespace

std::vector<std::string> AnswersFormatNames() {
  std::vector<std::string> names;
  for (const auto& [name, format] : kFormatNames) names.emplace_back(name);
  return names;
}

AnswersFormat ParseAnswersFormat(std::string_view name) {
  return kFormatNames[IndexOfName("format", name, AnswersFormatNames())].second;
}

std::string AnswersFormatName(AnswersFormat format) {
  const auto* found = std::ranges::find(kFormatNames, format, [](const auto& named) { return named.second; });
  assert(found != kFormatNames.end());
  return std::string(found->first);
}

AnswersFormat RecogniseFormat(std::string_view text, const std::string& place) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && (text[first] == '{' || text[first] == '['))
    return RecogniseJson(text);
  RowView header;
  DelimitedReader(text, place, GuessLayout(text)).Next(&header);
  for (const auto& [format, fits] : kHeaderRules) {
    if (fits(header.cells)) return format;
  }
  return FormatOfColumns(header.cells);
}

}  // namespace crowdclust
