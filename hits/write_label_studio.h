// HITs as tasks for Label Studio, and the configuration that asks for groups.
#pragma once

#include <string>

#include "hits/hit.h"

namespace crowdclust {

// A JSON array of tasks to import, a HIT each: {"data": {"hit", "items": [{"id", "title", "html"}]}}, with
// "golden": true where the groups are known. `id` is the item and comes back in the answers; a picture (see
// IsPictureName) is shown by `html`, all else by `title`. The known groups are not in it, for Label Studio
// sends a task's data to whoever answers it.
std::string LabelStudioTasks(const HitPlan& plan);

// The labelling configuration: the items in a List, and a Ranker with so many buckets, g1, g2, …, a group
// each. What is left in the list has no group. num_groups >= 1.
std::string LabelStudioConfiguration(int num_groups);

}  // namespace crowdclust
