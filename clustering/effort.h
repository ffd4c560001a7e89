// How hard the defaults search: less in studies where all of it would take hours.
#pragma once

#include "clustering/held_out.h"
#include "clustering/work_ahead.h"

namespace crowdclust {

// Options that decide how long a run takes.
struct Effort {
  bool whole = true;  // nothing was cut
  int restarts = CrowdRestartsOptions{}.restarts;
  int pooled_sweeps = CrowdRestartsOptions{}.pooled_sweeps;
  int free_sweeps = CrowdOptions{}.free_sweeps;
  int max_sweeps = CrowdOptions{}.max_sweeps;
  int partition_restarts = PipelineOptions{}.partition_restarts;
  int partition_sweeps = PartitionSearchOptions{}.anneal_sweeps;
  int fitted_folds = 0;  // of the held-out folds; 0 is all
  int bootstraps = 10;
};

// Up to 3 million pairs all of it; beyond, step by step, fewer restarts and searches with fewer sweeps, one
// fold fitted, fewer bootstraps; from 15 million one restart and two searches.
Effort EffortFor(const StudySize& size);

}  // namespace crowdclust
