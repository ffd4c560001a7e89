// Intruder HITs as workers are shown them: without the right answers.
#pragma once

#include <string>
#include <vector>

#include "intruders/intruder_hit.h"

namespace crowdclust {

// kJsonLines: our own, with the answers (intruder_file.h). kToloka: tasks to upload on Toloka's web page.
// kTable: a row for each item of each HIT.
enum class IntruderFormat { kJsonLines, kToloka, kTable };

// "jsonl", "toloka", "csv", in that order.
std::vector<std::string> IntruderTaskFormatNames();
IntruderFormat ParseIntruderTaskFormat(const std::string& name);  // throws InputError that names the nearest

// kToloka: a TSV with INPUT:images, the items; TASK:overlap; and where there are golden HITs GOLDEN:answer,
// their right answers, from 1, which Toloka keeps from the workers. What it gives back is read by
// ReadTolokaIntruders. kTable: `hit,position,item`, positions from 1. Names must be UTF-8.
std::string IntruderTasks(IntruderFormat format, const IntruderPlan& plan);

}  // namespace crowdclust
