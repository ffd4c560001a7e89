// Answers as Mechanical Turk's batch results.
#pragma once

#include "answers/answers_writer.h"

namespace crowdclust {

// A row an assignment, with all the columns of the web's file in its order; those of which the answers say
// nothing are empty. HITId and Input.hit are the HIT, WorkTimeInSeconds the seconds, Input.images and
// Answer.groups JSON arrays, Approve and Reject empty. Input.golden, where golden ones may come, is true for
// them and else empty.
AnswersWriter WriteMturkResults(const WriterOutput& output);

}  // namespace crowdclust
