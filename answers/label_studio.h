// Groupings as Label Studio exports them.
#pragma once

#include "answers/answers_text.h"
#include "answers/assignment_sink.h"

namespace crowdclust {

// Adds the annotations of an export in the form JSON, one array of tasks, or JSON_MIN, one array of
// annotations. The task is the HIT: `hit` of its data, where there is one, else its id. Its items are in the
// data (see label_studio_items.h), the groups in the answer of a Ranker with buckets (see
// label_studio_groups.h); the worker is `completed_by` or `annotator`, the assignment the annotation's id,
// `lead_time` the seconds. `golden` of the data and `ground_truth` of an annotation mark golden answers. A
// cancelled annotation has the status SKIPPED, and its groups are not looked at; a task without annotations
// is told as one assignment with the status UNANSWERED. Fields of the data and results of other tags are
// named as columns not read; Label Studio's own other fields are passed over. Throws InputError with file,
// line and task. Holds one task at a time.
void ReadLabelStudio(const AnswersText& text, const AssignmentSink& sink);

}  // namespace crowdclust
