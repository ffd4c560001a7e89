// Intruder answers as a table: a row is one answer.
#pragma once

#include <string>

#include "intruders/intruder_answers.h"
#include "intruders/intruder_hit.h"

namespace crowdclust {

// `hit,assignment,worker,answer,seconds` with a header, separated by `separator` (tab or comma). Assignments
// are a000001, a000002, … in order; answers are positions from 1; seconds have one decimal place and are
// empty where not known.
std::string IntruderAnswersTable(const IntruderPlan& plan, const IntruderAnswers& answers, char separator);

}  // namespace crowdclust
