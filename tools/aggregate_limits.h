// What a study's size does to a run before it begins.
#pragma once

#include <string>

#include "answers/answers.h"
#include "tools/aggregate_flags.h"

namespace crowdclust::tools {

// Cuts the effort that was not asked for to what the study's size allows. A line that says what was cut;
// empty where nothing was.
std::string CutEffort(const Answers& answers, AggregateFlags* flags);

// Throws UsageError where --max-memory is too little, after giving up work side by side.
void CheckMemory(const Answers& answers, AggregateFlags* flags);

}  // namespace crowdclust::tools
