// Labels as crowd-kit's data sets have them.
#pragma once

#include "answers/answers_text.h"
#include "answers/assignment_sink.h"

namespace crowdclust {

// The long table with the item in the column `task` and the group in `label`; the worker is in `worker`, or
// where there is none in `performer`. See ReadLongTable for the rest: the other columns that it knows are
// read where they are there, and without HITs and assignments all rows of a worker are one assignment.
void ReadCrowdKit(const AnswersText& text, const AssignmentSink& sink);

}  // namespace crowdclust
