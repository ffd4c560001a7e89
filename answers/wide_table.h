// Sorts as a matrix of items and workers.
#pragma once

#include "answers/answers_text.h"
#include "answers/assignment_sink.h"

namespace crowdclust {

// Adds the sorts of a matrix with a row an item and a column a worker; a cell is the group. The first column
// holds the items; its header may be anything, also nothing, but not `worker`. Each worker is one assignment
// without a HIT, in the order of the columns. An empty cell and NA are no group. Throws InputError with file
// and line. Time O(cells), memory 20 bytes a cell and the names.
void ReadWideTable(const AnswersText& text, const AssignmentSink& sink);

// The same turned: a row a worker, once, and a column an item; the first header is not `item`. Holds one row
// and the workers' names.
void ReadWideWorkersTable(const AnswersText& text, const AssignmentSink& sink);

}  // namespace crowdclust
