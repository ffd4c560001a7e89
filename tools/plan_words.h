// What `crowdclust plan` prints.
#pragma once

#include <string>

#include "planning/study_model.h"
#include "report/plan_report.h"
#include "tools/plan_flags.h"

namespace crowdclust::tools {

// The items, what was expected of them, the plans and studies; the efficient plans around the chosen one; the
// plan to take and the command that deals its HITs. Lines, ready to print.
std::string DescribePlans(const PlanFlags& flags, const StudyModel& model, const PlanReport& report);

// The line under the title of the picture.
std::string SubtitleOf(const PlanFlags& flags, const StudyModel& model);

}  // namespace crowdclust::tools
