// Groupings as JSON lines.
#pragma once

#include "answers/answers_text.h"
#include "answers/assignment_sink.h"

namespace crowdclust {

// Adds the assignments of a text with one object a line:
//   {"assignment": "a1", "hit": "h1", "worker": "w1", "items": ["x", "y", "z"], "groups": [1, "b", null]}
// "assignment" and "hit" may be missing; "seconds" (0 or more), "status" and "golden" (true or false) may be
// there. Ids are strings; numbers are refused, since 1.1 is not 1.10. A group is a number, a string or null
// (see GroupText). "items" and "groups" may be missing where the status does not count. Empty lines are
// passed over. Throws InputError with file and line, for unknown fields too.
void ReadJsonLines(const AnswersText& text, const AssignmentSink& sink);

}  // namespace crowdclust
