#include "clustering/crowd_restarts.h"

#include <array>
#include <atomic>
#include <optional>
#include <string>
#include <utility>

#include "base/nearest_name.h"
#include "base/parallel.h"
#include "clustering/crowd/crowd_fit_bytes.h"
#include "clustering/crowd/pooled_start.h"

namespace crowdclust {
namespace {

// From this size on, one restart keeps all threads busy, and memory is better spent on one at a time.
constexpr std::int64_t kPairsForInnerThreads = 2'000'000;

constexpr std::array<const char*, 3> kStartNames = {"auto", "free", "pooled"};

// What all restarts of one run share.
struct Run {
  const CrowdLayout& layout;
  const CrowdRestartsOptions& options;
  const CrowdRestartsCallback& callback;
  const CheckpointScope& checkpoint;
  std::atomic<std::int64_t> done = 0;
  std::atomic<int> alive = 0;
  std::atomic<bool> stopped = false;

  std::int64_t all() const {
    return std::int64_t{options.restarts} * (std::int64_t{options.pooled_sweeps} + options.crowd.max_sweeps);
  }
};

// One fit, gone on with where it was left.
CrowdFitState Fit(const CrowdLayout& layout, const CrowdOptions& crowd, int number, bool pooled,
                  const std::function<CrowdPosterior()>& start, Run* run) {
  const std::string name = pooled ? "pooled" : "fit";
  const CheckpointScope scope = run->checkpoint.Under("restart " + std::to_string(number));
  const std::optional<std::string> kept = scope.Find(name);
  CrowdFitState state = kept ? FitOfBytes(*kept) : StartCrowdFit(start(), crowd);
  run->done += static_cast<std::int64_t>(state.bound_of_sweep.size());
  CrowdProgress progress;
  progress.report = [&](int sweep, double bound) {
    const std::int64_t done = ++run->done;
    if (run->callback && !run->callback({.restart = number,
                                         .pooled = pooled,
                                         .sweep = sweep,
                                         .bound = bound,
                                         .alive = run->alive,
                                         .done = done,
                                         .all = run->all()}))
      run->stopped = true;
    return !run->stopped;
  };
  if (scope.Keeps()) progress.keep = [&](const CrowdFitState& at) { scope.Keep(name, FitBytes(at)); };
  state = FitCrowdModel(layout, std::move(state), crowd, progress);
  if (!pooled && state.stop_reason != StopReason::kStopped) scope.Drop("pooled");
  return state;
}

// One restart from one kind of start.
CrowdRestart FitOne(CrowdStart start, int number, int num_threads, Run* run) {
  CrowdOptions crowd = run->options.crowd;
  crowd.stream = static_cast<std::uint64_t>(number);
  crowd.num_threads = num_threads;
  const auto pooled_start = [&] {
    const PooledFit pooled = MakePooledFit(run->layout, crowd, run->options.pooled_sweeps);
    CrowdFitState fit = Fit(
        pooled.layout, pooled.options, number, true,
        [&] { return StartCrowdPosterior(pooled.layout, pooled.options); }, run);
    return SpreadOverWorkers(std::move(fit.posterior), run->layout.num_workers);
  };
  const auto free_start = [&] { return StartCrowdPosterior(run->layout, crowd); };
  const bool pooled = start == CrowdStart::kPooled;
  if (pooled) crowd.free_sweeps = 0;
  ++run->alive;
  CrowdFitState fit = pooled ? Fit(run->layout, crowd, number, false, pooled_start, run)
                             : Fit(run->layout, crowd, number, false, free_start, run);
  --run->alive;
  return {start, std::move(fit.bound_of_sweep), fit.stop_reason, std::move(fit.posterior)};
}

// The start that kAuto means without trying; kAuto where both are to be tried.
CrowdStart Resolve(const CrowdLayout& layout, const CrowdRestartsOptions& options) {
  if (options.start != CrowdStart::kAuto) return options.start;
  if (!options.crowd.learn_prior || layout.num_workers < 2) return CrowdStart::kFree;
  return options.restarts == 1 ? CrowdStart::kPooled : CrowdStart::kAuto;
}

int BestOf(const std::vector<CrowdRestart>& restarts) {
  int best = 0;
  for (std::size_t r = 1; r < restarts.size(); ++r) {
    const auto& bounds = restarts[r].bound_of_sweep;
    const auto& best_bounds = restarts[static_cast<std::size_t>(best)].bound_of_sweep;
    if (!bounds.empty() && (best_bounds.empty() || bounds.back() > best_bounds.back()))
      best = static_cast<int>(r);
  }
  return best;
}

}  // namespace

std::vector<std::string> CrowdStartNames() { return {kStartNames.begin(), kStartNames.end()}; }

std::string CrowdStartName(CrowdStart start) { return kStartNames[static_cast<std::size_t>(start)]; }

CrowdStart ParseCrowdStart(const std::string& name) {
  return static_cast<CrowdStart>(IndexOfName("start", name, CrowdStartNames()));
}

std::vector<int> CrowdRestarts::Members() const {
  std::vector<int> members;
  for (std::size_t r = 0; r < restart.size(); ++r) {
    if (restart[r].start == start && !restart[r].bound_of_sweep.empty())
      members.push_back(static_cast<int>(r));
  }
  return members;
}

CrowdRestarts FitCrowdRestarts(const CrowdLayout& layout, const CrowdRestartsOptions& options,
                               const CrowdRestartsCallback& callback, const CheckpointScope& checkpoint) {
  CrowdRestarts found;
  found.restart.resize(static_cast<std::size_t>(options.restarts));
  const bool inside = layout.num_pairs >= kPairsForInnerThreads || options.restarts == 1;
  Run run{layout, options, callback, checkpoint};
  const auto fit = [&](int first, int last, const auto& start_of) {
    ParallelFor(inside ? 1 : options.crowd.num_threads, last - first, [&](std::int64_t offset) {
      const int number = first + static_cast<int>(offset);
      if (run.stopped && number > 0) return;
      found.restart[static_cast<std::size_t>(number)] =
          FitOne(start_of(number), number, inside ? options.crowd.num_threads : 1, &run);
    });
  };
  CrowdStart start = Resolve(layout, options);
  int done = 0;
  if (start == CrowdStart::kAuto) {
    fit(0, 2, [](int number) { return number == 0 ? CrowdStart::kFree : CrowdStart::kPooled; });
    start = found.restart[static_cast<std::size_t>(BestOf(found.restart))].start;
    done = 2;
  }
  fit(done, options.restarts, [start](int) { return start; });
  found.best = BestOf(found.restart);
  found.start = found.restart[static_cast<std::size_t>(found.best)].start;
  return found;
}

}  // namespace crowdclust
