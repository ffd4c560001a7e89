// The best of several searches for a partition.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "base/checkpoint.h"
#include "clustering/partition/partition_search.h"

namespace crowdclust {

// Values of the scatter a that are tried in turn; the evidence chooses among them.
inline constexpr std::array<double, 5> kScatters = {0.1, 0.2, 0.4, 0.8, 1.6};

struct PartitionRestarts {
  std::vector<PartitionSearch> runs;  // in the order of their streams
  std::vector<double> scatter;        // a of each run
  int best = 0;                       // highest evidence, the first at a tie
};

// Called after every sweep of a search, from any thread: the search, and the sweeps done of all of them and
// to do in all. False ends the searches with what they have.
using PartitionCallback = std::function<bool(int search, int done, int all)>;

struct PartitionRestartsOptions {
  PartitionSearchOptions search;  // its stream is the run's number
  int restarts = 10;
  int num_threads = 1;
  std::vector<int> start;  // labels (N) to begin from; empty: all items in one cluster
};

// One search, gone on with where `checkpoint` has it under `name`. `start` as in PartitionRestartsOptions.
PartitionSearch SearchFrom(const CheckpointScope& checkpoint, const std::string& name,
                           const PartitionLayout& layout, const PartitionSearchOptions& options,
                           const std::vector<int>& start,
                           const std::function<bool(int sweeps, int all)>& report = {});

// Runs the searches, run r with stream r and the scatter that is r-th in kScatters, from the first again
// after the last; with labels to begin from, r-th by the evidence of these. The scatter in `options` is not
// used. The result does not depend on the number of threads.
PartitionRestarts RestartPartition(const PartitionLayout& layout, const PartitionRestartsOptions& options,
                                   const PartitionCallback& callback = {},
                                   const CheckpointScope& checkpoint = {});

}  // namespace crowdclust
