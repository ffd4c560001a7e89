// HITs as a table, for spreadsheets and for platforms that know nothing of HITs.
#pragma once

#include <string>

#include "hits/hit.h"

namespace crowdclust {

// `hit,position,item` with a header, separated by commas, a row for each item of each HIT in the order shown;
// positions count from 1. A last column `kind` where the plan has HITs that are not ordinary. The known
// groups are not in it.
std::string HitTable(const HitPlan& plan);

}  // namespace crowdclust
