// Each worker beside the clusters found and beside the other workers.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "answers/answers.h"
#include "clustering/clustering.h"

namespace crowdclust {

// NaN where nothing can be said.
struct WorkerSummary {
  std::int64_t assignments = 0;  // with at least one item in a group
  std::int64_t pairs = 0;        // pair labels given
  double agreement = 0;          // share of them that the clustering repeats
  // The same over what chance gives, summed over assignments: 1 where all agree, 0 on average where the items
  // are shuffled within each assignment (Hubert and Arabie, Journal of Classification 1985).
  double adjusted_agreement = 0;
  // Groups made less clusters shown, mean over assignments: below 0 a lumper, above 0 a splitter; with a 95 %
  // interval (normal, from the spread over the worker's assignments; NaN for fewer than two).
  double extra_groups = 0;
  double extra_groups_low = 0;
  double extra_groups_high = 0;
  double median_seconds = 0;  // of an assignment
  // How far the worker's groups follow the clusters, and what the other workers say of the same pairs beyond
  // the clusters (as those do who share another criterion), in standard deviations above shuffled items
  // (AgreeByMoments, summed over assignments).
  double clusters_z = 0;
  double others_z = 0;
  bool random = false;  // kMostRandomZ or less on both counts, and able to show more: see MayShow
};

// A worker above it on either count does not group at random; chance exceeds either 23 times in a thousand.
inline constexpr double kMostRandomZ = 2;

// One summary a worker. O(sum over assignments of M^2) time, O(rows) memory: no pair is stored.
std::vector<WorkerSummary> SummariseWorkers(const Answers& answers, const Clustering& clustering);

}  // namespace crowdclust
