// Answers as Label Studio exports them.
#pragma once

#include "answers/answers_writer.h"

namespace crowdclust {

// The export in the form JSON: an array of tasks, a line each. Assignments that follow one another, name the
// same HIT and show the same items in the same order are annotations of one task; others are tasks of their
// own. The HIT is `hit` of the data, the groups are the buckets of the Ranker "rank", the worker is the email
// of completed_by, the seconds are lead_time, and ground_truth marks golden ones. A group named "_" or
// "rank", which mean something else there, gets a space behind. Statuses, and seconds above 1e9, are not
// held. Holds the items of one task.
AnswersWriter WriteLabelStudio(const WriterOutput& output);

}  // namespace crowdclust
