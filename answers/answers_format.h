// Which form a file of answers has. Shared by the readers of groupings and of intruder answers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crowdclust {

enum class AnswersFormat {
  kAuto,
  kToloka,
  kTable,
  kJsonLines,
  kMturk,
  kLabelStudio,
  kCardSort,
  kWide,
  kWideWorkers,
  kPairs,
  kTriples,
  kCrowdKit
};

// "auto", "toloka", "table", "jsonl", "mturk", "label-studio", "card-sort", "wide", "wide-workers", "pairs",
// "triples", "crowd-kit".
std::vector<std::string> AnswersFormatNames();

// The format of one of these names. Throws InputError that names the nearest.
AnswersFormat ParseAnswersFormat(std::string_view name);

// The name of a format.
std::string AnswersFormatName(AnswersFormat format);

// By content. An array whose first element is an object with `annotations`, `annotation_id` or `annotator` is
// Label Studio's; any other text that begins with { or [ is JSON lines. A header with a column INPUT:…,
// OUTPUT:… or ASSIGNMENT:… is Toloka's, one with Answer.… or both HITId and AssignmentId Mechanical Turk's;
// all else is a table, of the form that FormatOfColumns tells. Never kAuto. `text` has passed CheckText;
// throws InputError where its first record cannot be read.
AnswersFormat RecogniseFormat(std::string_view text, const std::string& place);

}  // namespace crowdclust
