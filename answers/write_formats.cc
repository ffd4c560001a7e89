#include "answers/write_formats.h"

#include <array>

#include "answers/write_card_sort.h"
#include "answers/write_json_lines.h"
#include "answers/write_label_studio.h"
#include "answers/write_long_table.h"
#include "answers/write_mturk_results.h"
#include "answers/write_pairs.h"
#include "answers/write_toloka_table.h"
#include "answers/write_triples.h"
#include "answers/write_wide_table.h"
#include "base/nearest_name.h"

namespace crowdclust {
namespace {

constexpr auto kFormats = std::to_array<WriteFormat>({
    {.name = "table", .make = WriteLongTable, .separator = '\t'},
    {.name = "jsonl", .make = WriteJsonLines, .holds_nul = true},
    {.name = "toloka", .make = WriteTolokaTable, .separator = '\t'},
    {.name = "mturk", .make = WriteMturkResults, .separator = ','},
    {.name = "label-studio", .make = WriteLabelStudio, .holds_nul = true},
    {.name = "card-sort", .make = WriteCardSort, .separator = ','},
    {.name = "wide", .make = WriteWideTable, .separator = '\t'},
    {.name = "wide-workers", .make = WriteWideWorkersTable, .separator = '\t'},
    {.name = "pairs", .make = WritePairs, .separator = '\t'},
    {.name = "triples", .make = WriteTriples, .separator = '\t'},
    {.name = "crowd-kit", .make = WriteCrowdKit, .separator = ','},
    {.name = "crowd-kit-pairs", .make = WriteCrowdKitPairs, .separator = ','},
});

}  // namespace

std::vector<std::string> WriteFormatNames() {
  std::vector<std::string> names;
  for (const WriteFormat& format : kFormats) names.emplace_back(format.name);
  return names;
}

const WriteFormat& FindWriteFormat(std::string_view name) {
  return kFormats[IndexOfName("format", name, WriteFormatNames())];
}

}  // namespace crowdclust
