// Same or different: an answer is of two items.
#pragma once

#include "answers/answers_text.h"
#include "answers/assignment_sink.h"

namespace crowdclust {

// Adds the assignments of a table with the columns
// worker,a,b,same[,hit][,assignment][,seconds][,status][,golden] in any order, a row an assignment; other
// columns are named in the intake. `a` and `b` are two items; `same` says in any letter case 1, true, yes or
// same where the worker puts them together, 0, false, no or different where apart, and nothing where there is
// no answer: both items are then without a group. Throws InputError with file and line. Holds one row.
void ReadPairTable(const AnswersText& text, const AssignmentSink& sink);

}  // namespace crowdclust
