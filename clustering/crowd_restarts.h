// Several fits of the crowd model from different starts, side by side.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/checkpoint.h"
#include "clustering/crowd/crowd_model.h"

namespace crowdclust {

// How a fit begins: every worker with a view of their own, or all workers as one (MakePooledFit). kAuto tries
// one of each and goes on with the kind of the higher bound.
enum class CrowdStart { kAuto, kFree, kPooled };

// "auto", "free", "pooled".
std::vector<std::string> CrowdStartNames();
std::string CrowdStartName(CrowdStart start);
CrowdStart ParseCrowdStart(const std::string& name);  // throws InputError

struct CrowdRestartsOptions {
  CrowdOptions crowd;  // its stream is the restart's number; its num_threads is the whole run's
  int restarts = 4;    // at least 1
  CrowdStart start = CrowdStart::kAuto;  // kAuto is kFree where the workers' prior is not learned or there is
                                         // one worker, else kPooled where restarts = 1
  int pooled_sweeps = 70;                // of a pooled start, at least 1
};

// How one restart went.
struct CrowdRestart {
  CrowdStart start = CrowdStart::kFree;
  std::vector<double> bound_of_sweep;  // empty where the run was stopped before it began
  StopReason stop_reason = StopReason::kStopped;
  CrowdPosterior posterior;
};

struct CrowdRestarts {
  std::vector<CrowdRestart> restart;     // in the order of their streams
  int best = 0;                          // highest last bound, the first at a tie
  CrowdStart start = CrowdStart::kFree;  // of the best

  // The restarts that began like the best, and ran.
  std::vector<int> Members() const;
};

// How far one restart is. A pooled start's sweeps count first.
struct CrowdRestartsProgress {
  int restart = 0;
  bool pooled = false;  // all workers as one so far
  int sweep = 0;        // of this part, from 1
  double bound = 0;
  int alive = 0;          // restarts that are under way
  std::int64_t done = 0;  // sweeps of all restarts so far
  std::int64_t all = 0;   // and at most in all
};

// Called after every sweep, from any thread; false ends the run after the sweep with what it has.
using CrowdRestartsCallback = std::function<bool(const CrowdRestartsProgress&)>;

// The result does not depend on the number of threads. Every fit goes on from what `checkpoint` has of it.
CrowdRestarts FitCrowdRestarts(const CrowdLayout& layout, const CrowdRestartsOptions& options,
                               const CrowdRestartsCallback& callback = {},
                               const CheckpointScope& checkpoint = {});

}  // namespace crowdclust
