// Each cluster: how sure, how tight, what lies in its middle and what beside it.
#pragma once

#include <span>
#include <vector>

#include "answers/answers.h"
#include "clustering/block_model.h"
#include "clustering/clustering.h"

namespace crowdclust {

// NaN where nothing can be said.
struct ClusterSummary {
  int size = 0;
  double restart_stability = 0;    // ClusterStability over the fits that the clusters were made from
  double bootstrap_stability = 0;  // and over BootstrapLabellings
  double cohesion = 0;             // chance that a worker puts two of its items together; NaN for one item
  int nearest = -1;                // the cluster that workers merge with it most; -1 where there is only one
  double nearest_togetherness = 0;
  // Items in its middle, up to three: those whose pairs with the others of the cluster were put together most
  // (mean CoAssociation::Similarity), the first at a tie.
  std::vector<int> medoids;
};

// `blocks` is of the clustering on these answers; the labellings are as ClusterStability takes them.
std::vector<ClusterSummary> SummariseClusters(const Answers& answers, const Clustering& clustering,
                                              const BlockModel& blocks,
                                              std::span<const std::vector<int>> restart_labellings,
                                              std::span<const std::vector<int>> bootstrap_labellings);

}  // namespace crowdclust
