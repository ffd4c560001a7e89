// Splits and merges between runs to convergence.
#pragma once

#include <vector>

#include "clustering/mixture/mixture_model.h"
#include "clustering/mixture/mixture_run.h"

namespace crowdclust {

// What a search leaves behind, and who is asked whether to go on.
struct SearchRecord {
  MixtureProgress progress;        // may be empty
  std::vector<MixtureStep> steps;  // as in MixtureFit
  std::vector<double> bound_of_step;
  bool stopped = false;  // progress said so
};

// One move at a time: the best candidates by promise are run to convergence, splits before merges, and the
// first that gains more than the tolerance is kept; ends when none does. Where `give_up` is set, candidates
// that seem hopeless are not run to their end.
MixtureRun SearchByOne(const MixtureItems& items, MixtureRun run, bool give_up, SearchRecord* record);

// Many moves at a time, for components that are mostly right already: all splits, or else merges, that gain
// more than the tolerance with all other items held (no run is needed to know it) are made at once and run to
// convergence. When there are none, as SearchByOne with `give_up`.
MixtureRun SearchByMany(const MixtureItems& items, MixtureRun run, SearchRecord* record);

}  // namespace crowdclust
