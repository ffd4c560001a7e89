// The quality that plans reach in simulated studies.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "hits/blocks.h"
#include "planning/study_model.h"

namespace crowdclust {

struct PlanToSimulate {
  double hits_per_item = 0;
  int overlap = 1;
  Blocks dealt = {};  // of all items of a study, for a design that is dealt once; empty: dealt when needed
};

struct QualityOptions {
  int replicates = 100;    // studies of each plan, at most, at least 1
  std::uint64_t seed = 1;  // with a study's number, names its draws
  int num_threads = 1;
};

// Called from time to time, from any thread, with the studies that have ended; false ends the simulation
// with those.
using QualityCallback = std::function<bool(std::int64_t studies)>;

// The seed of the r-th study of every plan, from 0: `hits`, `simulate` and `aggregate` with this seed make
// the same study where the truth is given, no items are left out and IsDealtAnew.
std::uint64_t StudySeed(std::uint64_t seed, int replicate);

// The adjusted Rand index of every study of every plan, in the order of their numbers. Every plan gets its
// r-th study before any gets the next, in the order of `plans`; ended early, some have one more than others.
// The r-th studies of all plans are of one seed: the same items, labels and workers, so that plans differ by
// what is asked alone. What a study gives depends on seed, number and plan only. Throws as QualityOfStudy
// does.
std::vector<std::vector<double>> SimulateQuality(const StudyModel& model,
                                                 std::span<const PlanToSimulate> plans,
                                                 const QualityOptions& options,
                                                 const QualityCallback& callback = {});

}  // namespace crowdclust
