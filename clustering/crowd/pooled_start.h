// A start for the crowd model from all workers taken as one.
#pragma once

#include "clustering/crowd/crowd_model.h"

namespace crowdclust {

// Fits the model (prior not learned) for `sweeps` sweeps, or until its tolerance stops it, with one W and one
// tau for everybody, from the random start of `options`; every worker then starts at that W and tau. Where
// workers answered little each, a W of their own is too free to begin with. O(sweeps pairs D^2).
CrowdPosterior PooledStart(CrowdLayout layout, const CrowdOptions& options, int sweeps);

}  // namespace crowdclust
