// HITs as task suites for Toloka's API.
#pragma once

#include <string>

#include "hits/hit.h"

namespace crowdclust {

// A JSON array for POST /api/v1/task-suites, a suite of one task for each HIT, a line each. `pool_id` is
// empty: whoever sends it fills it in. `input_values.images` holds the items, `overlap` the overlap, in its
// place `infinite_overlap` where every worker answers. HITs with known groups have these as
// `known_solutions`, which Toloka keeps from the workers, training the right groups in words too, as
// `message_on_unknown_solution`.
std::string TolokaSuites(const HitPlan& plan);

}  // namespace crowdclust
