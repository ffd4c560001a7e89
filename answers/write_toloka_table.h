// Answers as Toloka exports them.
#pragma once

#include "answers/answers_writer.h"

namespace crowdclust {

// A row an assignment, arrays without their outer brackets as in Toloka's own files. ASSIGNMENT:task_id is
// the HIT, made up where none is named, since the reader would take the items for it. The seconds, in whole
// thousandths, are those from ASSIGNMENT:started, always 1970-01-01, to ASSIGNMENT:submitted; where that
// would be beyond the year 9999 they are not held. GOLDEN:result, where golden ones may come, is true for
// them and else empty.
AnswersWriter WriteTolokaTable(const WriterOutput& output);

}  // namespace crowdclust
