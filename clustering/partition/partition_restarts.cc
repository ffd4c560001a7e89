#include "clustering/partition/partition_restarts.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <map>
#include <utility>

#include "base/parallel.h"
#include "clustering/partition/partition_search_bytes.h"

namespace crowdclust {
namespace {

// In the order in which searches take them.
std::array<double, kScatters.size()> ScattersInTurn(const PartitionLayout& layout,
                                                    const PartitionRestartsOptions& options) {
  std::array<double, kScatters.size()> scatters = kScatters;
  if (options.start.empty()) return scatters;
  std::map<double, double> evidence;
  for (const double scatter : scatters) {
    PartitionPrior prior = options.search.prior;
    prior.scatter = scatter;
    evidence[scatter] = PartitionEvidence(layout, prior, options.start);
  }
  std::ranges::stable_sort(scatters, std::greater<>(), [&](double scatter) { return evidence[scatter]; });
  return scatters;
}

}  // namespace

PartitionSearch SearchFrom(const CheckpointScope& checkpoint, const std::string& name,
                           const PartitionLayout& layout, const PartitionSearchOptions& options,
                           const std::vector<int>& start,
                           const std::function<bool(int sweeps, int all)>& report) {
  const std::string ended = name + ", ended";
  if (const auto kept = checkpoint.Find(ended)) return SearchOfBytes(*kept);
  const auto kept = checkpoint.Find(name);
  bool stopped = false;
  PartitionSearchProgress progress;
  progress.report = [&](int sweeps, int all) {
    if (report && !report(sweeps, all)) stopped = true;
    return !stopped;
  };
  if (checkpoint.Keeps()) {
    progress.keep = [&](const PartitionSearchState& state) {
      checkpoint.Keep(name, SearchStateBytes(state));
    };
  }
  PartitionSearchState state =
      start.empty() ? StartPartitionSearch(layout) : StartPartitionSearch(start, options);
  if (kept) state = SearchStateOfBytes(*kept);
  PartitionSearch found = SearchPartition(layout, std::move(state), options, progress);
  if (!stopped) {
    checkpoint.Keep(ended, SearchBytes(found));
    checkpoint.Drop(name);
  }
  return found;
}

PartitionRestarts RestartPartition(const PartitionLayout& layout, const PartitionRestartsOptions& options,
                                   const PartitionCallback& callback, const CheckpointScope& checkpoint) {
  const int restarts = options.restarts;
  const auto scatters = ScattersInTurn(layout, options);
  PartitionRestarts result;
  result.runs.resize(static_cast<std::size_t>(restarts));
  for (int r = 0; r < restarts; ++r)
    result.scatter.push_back(scatters[static_cast<std::size_t>(r) % scatters.size()]);
  std::atomic<int> done = 0;
  ParallelFor(options.num_threads, restarts, [&](std::int64_t run) {
    const auto r = static_cast<std::size_t>(run);
    PartitionSearchOptions own = options.search;
    own.prior.scatter = result.scatter[r];
    own.stream = static_cast<std::uint64_t>(run);
    int counted = 0;
    const auto report = [&](int sweeps, int all) {
      const int now = done += sweeps - counted;
      counted = sweeps;
      return !callback || callback(static_cast<int>(run), now, all * restarts);
    };
    result.runs[r] =
        SearchFrom(checkpoint, "search " + std::to_string(run), layout, own, options.start, report);
    done += own.anneal_sweeps - counted;
  });
  for (int r = 1; r < restarts; ++r) {
    const auto best = static_cast<std::size_t>(result.best);
    if (result.runs[static_cast<std::size_t>(r)].evidence > result.runs[best].evidence) result.best = r;
  }
  return result;
}

}  // namespace crowdclust
