// Answers to clusters, by one of several methods.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "answers/answers.h"
#include "base/checkpoint.h"
#include "clustering/cluster_method.h"
#include "clustering/clustering.h"
#include "clustering/crowd_restarts.h"
#include "clustering/mixture/mixture_model.h"
#include "clustering/partition/partition_restarts.h"

namespace crowdclust {

struct PipelineOptions {
  ClusterMethod method = ClusterMethod::kAuto;
  int num_clusters = 0;                   // K; 0: found
  int dimensions = 0;                     // D; 0: DimensionsFor the items; crowd.crowd.dimensions is not used
  CrowdRestartsOptions crowd = {};        // its seed and threads are the whole run's
  MixtureOptions mixture = {};            // kMixture
  int partition_restarts = 10;            // searches of the partition model, at least 1
  PartitionSearchOptions partition = {};  // its seed, stream and scatter are not used
};

// A quarter of the items, but at least 2 and at most 8.
int DimensionsFor(std::int64_t num_items);
// What the options ask for, or else that.
int DimensionsOf(const PipelineOptions& options, std::int64_t num_items);

// Above this number of items nothing N x N is made: see PipelineResult::coarse.
inline constexpr int kDenseItems = 5000;

// N items in all, of which n are known: grouped beside another item at least once.
struct PipelineResult {
  CrowdRestarts crowd;               // over all N items; no restarts where the method has no part for them
  std::vector<int> used_dimensions;  // kMixture: the mixture is over these
  MixtureFit mixture;                // kMixture, over the known items
  PartitionRestarts partition;       // over the known items; no runs where the method has no part for them
  // Labels (N; -1 for a lone item) by each of the fits that the clusters were made from; one for a method
  // that makes one fit.
  std::vector<std::vector<int>> labellings;

  Clustering clustering;               // of all items; an item that is not known is a cluster of its own
  double scatter = 0;                  // a of the highest evidence for the clusters, and that evidence (M19)
  double evidence = 0;                 //
  Eigen::VectorXd probability;         // N: of the item's cluster, all other labels given; 0 for a lone item
  std::vector<int> second;             // N: the next best cluster; -1 where there is none
  Eigen::VectorXd second_probability;  // N
  Eigen::VectorXd margin;       // N: log odds of the two; infinite where there is no second, 0 for lone
  std::vector<int> known;       // n, ascending
  std::vector<int> lone_items;  // the others, ascending
  std::vector<int> component;   // n: which items hang together by assignments
  int num_components = 0;
  bool coarse = false;   // too many items for an N x N matrix: the tree is over what the labellings share
  bool stopped = false;  // ended by the callback
};

struct PipelineProgress {
  std::string stage;  // "crowd model", "partition model", …
  int part = 0;       // from 0: restart of the crowd model
  int parts = 1;      //
  int sweep = 0;      // of this part, from 1
  double bound = 0;   //
  int alive = 0;      // parts under way at once; 0: not told
  double share = 0;   // of the whole call's work that is done, 0 to 1, roughly
};

// Called after every sweep of the crowd model and between stages, from any thread; false ends the run with
// what it has.
using PipelineCallback = std::function<bool(const PipelineProgress&)>;

// Clusters never hold items of different components: how these relate is unknown. Throws InputError when no
// assignment holds two items, or num_clusters is above the number of known items; NumericalError when a fit
// goes wrong. The result does not depend on the number of threads. Fits and searches go on from what
// `checkpoint` has of them: the result has the same bits as without the halt.
PipelineResult FindClusters(const Answers& answers, const PipelineOptions& options,
                            const PipelineCallback& callback = {}, const CheckpointScope& checkpoint = {});

}  // namespace crowdclust
