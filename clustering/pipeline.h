// Answers to clusters: restarts of the crowd model for positions and workers' views, then a method for the
// clusters.
#pragma once

#include <Eigen/Core>
#include <functional>
#include <string>
#include <vector>

#include "answers/answers.h"
#include "clustering/clustering.h"
#include "clustering/crowd/crowd_model.h"
#include "clustering/mixture/mixture_model.h"
#include "clustering/partition/partition_restarts.h"

namespace crowdclust {

// Where the clusters come from: the mixture over the crowd model's positions, or the partition model.
enum class ClusterMethod { kCrowd, kPartition };

// "crowd", "partition".
std::vector<std::string> ClusterMethodNames();
// The name of a method, and the method of one of these names.
std::string ClusterMethodName(ClusterMethod method);
ClusterMethod ParseClusterMethod(const std::string& name);

struct PipelineOptions {
  ClusterMethod method = ClusterMethod::kCrowd;
  CrowdOptions crowd;  // its stream is the restart's number; its num_threads is the whole run's
  int restarts = 8;    // at least 1
  MixtureOptions mixture;
  int partition_restarts = 10;  // searches of the partition model, at least 1
};

// How one restart went.
struct RestartRecord {
  std::vector<double> bound_of_sweep;  // empty where the run was stopped before it began
  StopReason stop_reason = StopReason::kStopped;
};

struct PipelineResult {
  std::vector<RestartRecord> restarts;
  int best_restart = 0;              // highest last bound, the first at a tie
  CrowdPosterior crowd;              // of the best restart
  std::vector<int> used_dimensions;  // that the mixture is over; all where the fit uses none
  MixtureFit mixture;                // over the items that were answered about, in item order
  PartitionRestarts partition;       // kPartition only
  Clustering clustering;        // of all items; an item never grouped beside another is a cluster of its own
  Eigen::VectorXd probability;  // N: of the item's cluster, 0 for an item never grouped beside another
  std::vector<int> lone_items;  // these items, ascending
  bool stopped = false;         // ended by the callback
};

struct PipelineProgress {
  int restart = 0;   // from 0
  int restarts = 1;  //
  int sweep = 0;     // of this restart, from 1
  double bound = 0;  //
};

// Called after every sweep, from any thread; false ends the run after the sweep with what it has.
using PipelineCallback = std::function<bool(const PipelineProgress&)>;

// Throws InputError when no assignment holds two items, NumericalError when a fit goes wrong. The result does
// not depend on the number of threads.
PipelineResult FindClusters(const Answers& answers, const PipelineOptions& options,
                            const PipelineCallback& callback = {});

}  // namespace crowdclust
