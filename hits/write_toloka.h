// HITs as tasks to upload on Toloka's web page.
#pragma once

#include <string>

#include "hits/hit.h"

namespace crowdclust {

// A TSV with a header, a HIT a row. INPUT:images holds the items; TASK:overlap the overlap, left away where
// every worker answers; GOLDEN:result, where HITs with known groups are among them, these groups as
// {"group": n}, which Toloka keeps from the workers; HINT:text, where training is among them, the right
// groups in words, shown after a wrong answer. Arrays are as Toloka takes them: without the outer brackets, a
// comma inside an element as "\,".
std::string TolokaTasks(const HitPlan& plan);

}  // namespace crowdclust
