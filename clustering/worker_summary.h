// Each worker beside the clusters found.
#pragma once

#include <cstdint>
#include <vector>

#include "answers/answers.h"
#include "clustering/clustering.h"

namespace crowdclust {

struct WorkerSummary {
  std::int64_t assignments = 0;
  std::int64_t pairs = 0;  // pair labels given
  double agreement = 0;    // share of them that the clustering repeats; NaN without pairs
};

// One summary a worker. O(pairs).
std::vector<WorkerSummary> SummariseWorkers(const Answers& answers, const Clustering& clustering);

}  // namespace crowdclust
