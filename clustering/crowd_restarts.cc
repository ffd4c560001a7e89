#include "clustering/crowd_restarts.h"

#include <array>
#include <atomic>
#include <utility>

#include "base/nearest_name.h"
#include "base/parallel.h"
#include "clustering/crowd/pooled_start.h"

namespace crowdclust {
namespace {

// From this size on, one restart keeps all threads busy, and memory is better spent on one at a time.
constexpr std::int64_t kPairsForInnerThreads = 2'000'000;

constexpr std::array<const char*, 3> kStartNames = {"auto", "free", "pooled"};

// One restart from one kind of start.
CrowdRestart FitOne(const CrowdLayout& layout, const CrowdRestartsOptions& options, CrowdStart start,
                    int number, int num_threads, const CrowdProgress& progress) {
  CrowdOptions crowd = options.crowd;
  crowd.stream = static_cast<std::uint64_t>(number);
  crowd.num_threads = num_threads;
  const bool pooled = start == CrowdStart::kPooled;
  CrowdPosterior from =
      pooled ? PooledStart(layout, crowd, options.pooled_sweeps) : StartCrowdPosterior(layout, crowd);
  if (pooled) crowd.free_sweeps = 0;
  CrowdFit fit = FitCrowdModel(layout, std::move(from), crowd, progress);
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
                               const CrowdRestartsProgress& progress) {
  CrowdRestarts found;
  found.restart.resize(static_cast<std::size_t>(options.restarts));
  const bool inside = layout.num_pairs >= kPairsForInnerThreads || options.restarts == 1;
  std::atomic<bool> stopped = false;
  const auto run = [&](int first, int last, const auto& start_of) {
    ParallelFor(inside ? 1 : options.crowd.num_threads, last - first, [&](std::int64_t offset) {
      const int number = first + static_cast<int>(offset);
      if (stopped && number > 0) return;
      const auto report = [&](int sweep, double bound) {
        if (progress && !progress(number, sweep, bound)) stopped = true;
        return !stopped;
      };
      found.restart[static_cast<std::size_t>(number)] =
          FitOne(layout, options, start_of(number), number, inside ? options.crowd.num_threads : 1, report);
    });
  };
  CrowdStart start = Resolve(layout, options);
  int done = 0;
  if (start == CrowdStart::kAuto) {
    run(0, 2, [](int number) { return number == 0 ? CrowdStart::kFree : CrowdStart::kPooled; });
    start = found.restart[static_cast<std::size_t>(BestOf(found.restart))].start;
    done = 2;
  }
  run(done, options.restarts, [start](int) { return start; });
  found.best = BestOf(found.restart);
  found.start = found.restart[static_cast<std::size_t>(found.best)].start;
  return found;
}

}  // namespace crowdclust
