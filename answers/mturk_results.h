// Groupings as Mechanical Turk exports them.
#pragma once

#include "answers/answers_text.h"
#include "answers/assignment_sink.h"

namespace crowdclust {

// Adds the assignments of the batch results, a CSV or TSV table with a header, a row each. WorkerId is the
// worker, Input.images the items and Answer.groups or Answer.taskAnswers the groups (see mturk_cells.h; where
// both columns are filled, Answer.groups counts). These may be missing: AssignmentId; Input.hit, else HITId,
// the HIT; WorkTimeInSeconds; Input.golden, which marks a golden HIT (see SaysGolden); AssignmentStatus. A
// review in the columns Approve (an x) and Reject (any text) is a status too, and wins over that one. Other
// columns are named in the intake. Cells of assignments whose status does not count are not looked at. Throws
// InputError with file and line. O(text), memory that of a row.
void ReadMturkResults(const AnswersText& text, const AssignmentSink& sink);

}  // namespace crowdclust
