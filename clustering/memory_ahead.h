// How much memory a run will take, before it is begun.
#pragma once

#include <cstdint>

#include "clustering/held_out.h"
#include "clustering/work_ahead.h"

namespace crowdclust {

// Bytes at the most, with a quarter added for what is not counted: the answers and what is made from them by
// FindClusters, then by `folds` folds (with the one of held-out items) on as many threads. `names_bytes` is
// what the names hold.
std::int64_t EstimateMemory(const StudySize& size, std::int64_t names_bytes, const PipelineOptions& options,
                            int folds, bool with_checkpoint);

}  // namespace crowdclust
