#include "clustering/partition/partition_restarts.h"

#include "base/parallel.h"

namespace crowdclust {

PartitionRestarts RestartPartition(const PartitionLayout& layout, const PartitionSearchOptions& options,
                                   int restarts, int num_threads) {
  PartitionRestarts result;
  result.runs.resize(static_cast<std::size_t>(restarts));
  for (int r = 0; r < restarts; ++r) {
    result.scatter.push_back(kScatters[static_cast<std::size_t>(r) % kScatters.size()]);
  }
  ParallelFor(num_threads, restarts, [&](std::int64_t run) {
    const auto r = static_cast<std::size_t>(run);
    PartitionSearchOptions own = options;
    own.prior.scatter = result.scatter[r];
    own.stream = static_cast<std::uint64_t>(run);
    result.runs[r] = SearchPartition(layout, own);
  });
  for (int r = 1; r < restarts; ++r) {
    const auto best = static_cast<std::size_t>(result.best);
    if (result.runs[static_cast<std::size_t>(r)].evidence > result.runs[best].evidence) result.best = r;
  }
  return result;
}

}  // namespace crowdclust
