// Groupings as Toloka exports them.
#pragma once

#include "answers/answers_text.h"
#include "answers/assignment_sink.h"

namespace crowdclust {

// Adds the assignments of a TSV or CSV table with a header, a row each. INPUT:images holds the items,
// OUTPUT:result the group of each (see toloka_cells.h), ASSIGNMENT:worker_id the worker;
// ASSIGNMENT:assignment_id, status, started, submitted, task_id and task_suite_id are read where present, and
// text in GOLDEN:result marks an answer to a golden HIT. Other columns are named in the intake. Empty rows,
// which separate suites, are passed over; cells of assignments whose status does not count are not looked at.
// Throws InputError with file and line.
void ReadTolokaTable(const AnswersText& text, const AssignmentSink& sink);

}  // namespace crowdclust
