// Groupings as a long table: a row is one item in one group of one worker.
#pragma once

#include "answers/answers_text.h"
#include "answers/assignment_sink.h"

namespace crowdclust {

// Adds the assignments of a CSV or TSV table with the columns
// [hit,][assignment,]worker,item,group[,seconds][,status][,golden] in any order, or those that text.columns
// names instead; other columns are named in the intake. The rows of an assignment may stand anywhere in the
// table. They are those with one assignment id where there is such a column (worker and HIT must then be one
// too); else with one HIT and worker where there is a HIT column; else with one worker. An empty HIT is none,
// an empty group is none. Rows of an assignment say the same seconds (0 or more) or none, one status, and all
// or none that it is golden (see ParseGolden). Throws InputError with file and line. Time O(rows), memory 20
// bytes a row and the names.
//
// Where rows stand together an assignment is added as soon as its rows end, and memory grows with the
// assignments (40 bytes each, and their names), not with the rows; rows that come back after those of another
// assignment are an InputError.
void ReadLongTable(const AnswersText& text, const AssignmentSink& sink);

}  // namespace crowdclust
