// Odd one out: an answer is of three items.
#pragma once

#include "answers/answers_text.h"
#include "answers/assignment_sink.h"

namespace crowdclust {

// Adds the assignments of a table with the columns
// worker,a,b,c,odd[,hit][,assignment][,seconds][,status][,golden] in any order, a row an assignment; other
// columns are named in the intake. `a`, `b` and `c` are three items; `odd` is the one that belongs least to
// the others, which are one group and it another. It is told by its name; where it is none of the three
// names, by its column a, b or c; else by 1, 2 or 3. Nothing is no answer: all are then without a group.
// Throws InputError with file and line. Holds one row.
void ReadTripleTable(const AnswersText& text, const AssignmentSink& sink);

}  // namespace crowdclust
