// The formats that answers are written in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answers/answers_writer.h"

namespace crowdclust {

struct WriteFormat {
  std::string_view name;  // as the readers have it
  AnswersWriter (*make)(const WriterOutput& output);
  char separator = 0;      // usual for a table; 0 for JSON
  bool holds_nul = false;  // a name may hold the character NUL
};

// The names: table, jsonl, toloka, mturk, label-studio, card-sort, wide, pairs, triples, crowd-kit,
// crowd-kit-pairs.
std::vector<std::string> WriteFormatNames();

// The format of one of these names. Throws InputError that names the nearest.
const WriteFormat& FindWriteFormat(std::string_view name);

}  // namespace crowdclust
