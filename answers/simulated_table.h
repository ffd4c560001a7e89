// Simulated answers as the long table.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "answers/simulated_answers.h"
#include "hits/hit.h"

namespace crowdclust {

// `hit,assignment,worker,item,group,seconds` with a header, separated by `separator` (tab or comma); where
// the plan has HITs that are not ordinary, a last column `golden`, 1 in the rows of these, else empty.
// Assignments are named by HIT and worker, h1-w005, so that those of differently named HITs never have one
// id; groups count from 1 and are empty where an item has none;
// seconds have one decimal place and are the assignment's, on each of its rows.
std::string LongTable(const HitPlan& plan, const SimulatedAnswers& answers, char separator);

// The same in pieces of some kilobytes: a long table can be larger than what it is made from.
void ForLongTable(const HitPlan& plan, const SimulatedAnswers& answers, char separator,
                  const std::function<void(std::string_view)>& use);

}  // namespace crowdclust
