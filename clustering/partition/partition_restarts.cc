#include "clustering/partition/partition_restarts.h"

#include <atomic>

#include "base/parallel.h"
#include "clustering/partition/partition_search_bytes.h"

namespace crowdclust {

PartitionSearch SearchFrom(const CheckpointScope& checkpoint, const std::string& name,
                           const PartitionLayout& layout, const PartitionSearchOptions& options,
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
  PartitionSearch found = SearchPartition(
      layout, kept ? SearchStateOfBytes(*kept) : StartPartitionSearch(layout), options, progress);
  if (!stopped) {
    checkpoint.Keep(ended, SearchBytes(found));
    checkpoint.Drop(name);
  }
  return found;
}

PartitionRestarts RestartPartition(const PartitionLayout& layout, const PartitionSearchOptions& options,
                                   int restarts, int num_threads, const PartitionCallback& callback,
                                   const CheckpointScope& checkpoint) {
  PartitionRestarts result;
  result.runs.resize(static_cast<std::size_t>(restarts));
  for (int r = 0; r < restarts; ++r) {
    result.scatter.push_back(kScatters[static_cast<std::size_t>(r) % kScatters.size()]);
  }
  std::atomic<int> done = 0;
  ParallelFor(num_threads, restarts, [&](std::int64_t run) {
    const auto r = static_cast<std::size_t>(run);
    PartitionSearchOptions own = options;
    own.prior.scatter = result.scatter[r];
    own.stream = static_cast<std::uint64_t>(run);
    int counted = 0;
    const auto report = [&](int sweeps, int all) {
      const int now = done += sweeps - counted;
      counted = sweeps;
      return !callback || callback(static_cast<int>(run), now, all * restarts);
    };
    result.runs[r] = SearchFrom(checkpoint, "search " + std::to_string(run), layout, own, report);
    done += options.anneal_sweeps - counted;
  });
  for (int r = 1; r < restarts; ++r) {
    const auto best = static_cast<std::size_t>(result.best);
    if (result.runs[static_cast<std::size_t>(r)].evidence > result.runs[best].evidence) result.best = r;
  }
  return result;
}

}  // namespace crowdclust
