// Answers as a long table.
#pragma once

#include "answers/answers_writer.h"

namespace crowdclust {

// hit, assignment, worker, item, group, seconds, status, and golden (true or nothing) where golden ones may
// come; a row an item, also of those without a group. Ids are as OwnId gives them.
AnswersWriter WriteLongTable(const WriterOutput& output);

// The same as crowd-kit names it: task (the item), worker, label (the group), then hit, assignment, seconds,
// status and golden. Items without a group are left out and counted.
AnswersWriter WriteCrowdKit(const WriterOutput& output);

}  // namespace crowdclust
