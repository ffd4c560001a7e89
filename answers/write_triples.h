// Answers as odd ones out.
#pragma once

#include "answers/answers_writer.h"

namespace crowdclust {

// worker, a, b, c, odd, hit, assignment, seconds, status, and golden (true or nothing) where golden ones may
// come: a row for each assignment of three items of which two are in one group and the third in another, by
// name the odd one. All other assignments are left out. Words of groups are not held.
AnswersWriter WriteTriples(const WriterOutput& output);

}  // namespace crowdclust
