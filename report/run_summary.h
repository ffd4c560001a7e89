// All that the files and words of `crowdclust aggregate` show of one run.
#pragma once

#include <vector>

#include "answers/answers.h"
#include "clustering/block_model.h"
#include "clustering/cluster_summary.h"
#include "clustering/cluster_words.h"
#include "clustering/held_out.h"
#include "clustering/pipeline.h"
#include "clustering/tree/cluster_tree.h"
#include "clustering/worker_summary.h"

namespace crowdclust {

struct RunSummary {
  PipelineResult result;
  HeldOut held_out;   // no folds where it was not asked for
  BlockModel blocks;  // of the clustering
  std::vector<ClusterSummary> clusters;
  std::vector<ClusterWords> words;  // of each cluster; empty where no group has a word
  std::vector<WorkerSummary> workers;
  ClusterTree tree;                  // of the clusters: LinkByTogetherness
  std::vector<int> level_of_worker;  // J
  Eigen::VectorXd item_stability;    // N; NaN for a lone item, or where one fit was made
  bool stopped = false;              // ended by the callback, at whatever stage
};

struct RunSummaryOptions {
  int bootstraps = 10;           // samples for the clusters' stability, 0 for none
  HeldOutOptions held_out = {};  // folds below 2: nothing is held out
};

// Fits, scores and summarises. The callback is told of every stage and may end the run; what `checkpoint` has
// is not done again.
RunSummary SummariseRun(const Answers& answers, const PipelineOptions& options,
                        const RunSummaryOptions& summary_options, const PipelineCallback& callback = {},
                        const CheckpointScope& checkpoint = {});

}  // namespace crowdclust
