// Simulated answers as the long table: a row is one item in one worker's group.
#pragma once

#include <string>

#include "answers/simulated_answers.h"
#include "hits/hit.h"

namespace crowdclust {

// `hit,assignment,worker,item,group,seconds` with a header, separated by `separator` (tab or comma).
// Assignments are a000001, a000002, … in order; groups count from 1 and are empty where an item has none;
// seconds have one decimal place and are the assignment's, on each of its rows.
std::string LongTable(const HitPlan& plan, const SimulatedAnswers& answers, char separator);

}  // namespace crowdclust
