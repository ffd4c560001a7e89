// Which form a file of answers has. Shared by the readers of groupings and of intruder answers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crowdclust {

enum class AnswersFormat { kAuto, kToloka, kTable, kJsonLines };

// "auto", "toloka", "table", "jsonl".
std::vector<std::string> AnswersFormatNames();

// The format of one of these names. Throws InputError that names the nearest.
AnswersFormat ParseAnswersFormat(std::string_view name);

// By content: first character { or [ is JSON lines; a header with a column INPUT:…, OUTPUT:… or ASSIGNMENT:…
// is Toloka's; all else is a table. Never kAuto. `text` has passed CheckText; throws InputError where its
// first record cannot be read.
AnswersFormat RecogniseFormat(std::string_view text, const std::string& place);

}  // namespace crowdclust
