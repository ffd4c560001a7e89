// Answers as pair labels.
#pragma once

#include "answers/answers_writer.h"

namespace crowdclust {

// worker, a, b, same (1 or 0), hit, assignment, seconds, status, and golden (true or nothing) where golden
// ones may come: a row for each two items in groups, in the order of the assignment, named by NamesOfPair.
// Seconds stand where the assignment is one pair. Words of groups and items without a group are not held;
// assignments without a pair are left out.
AnswersWriter WritePairs(const WriterOutput& output);

// The same as crowd-kit takes them: task ("a|b", the lesser name first, a | in a name as \| and a \ as \\),
// worker, label (1 or 0). Nothing else is held.
AnswersWriter WriteCrowdKitPairs(const WriterOutput& output);

}  // namespace crowdclust
