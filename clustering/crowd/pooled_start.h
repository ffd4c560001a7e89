// A start for the crowd model from all workers taken as one.
#pragma once

#include "clustering/crowd/crowd_model.h"

namespace crowdclust {

// The answers as one worker's and the options of a fit to them: prior not learned, `sweeps` sweeps at most.
struct PooledFit {
  CrowdLayout layout;
  CrowdOptions options;
};
PooledFit MakePooledFit(const CrowdLayout& layout, const CrowdOptions& options, int sweeps);

// Every one of `num_workers` workers at the W and tau that were found for all as one. Where workers answered
// little each, a W of their own is too free to begin with.
CrowdPosterior SpreadOverWorkers(CrowdPosterior pooled, int num_workers);

}  // namespace crowdclust
