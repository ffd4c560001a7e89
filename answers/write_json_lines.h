// Answers as JSON lines.
#pragma once

#include "answers/answers_writer.h"

namespace crowdclust {

// A line an assignment: assignment, hit, worker, items, groups, seconds, status and golden, each where it is
// known. A group whose name is a whole number is a number, any other a string, none is null. Seconds above
// 1e9 are not held.
AnswersWriter WriteJsonLines(const WriterOutput& output);

}  // namespace crowdclust
