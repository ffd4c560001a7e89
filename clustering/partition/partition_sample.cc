#include "clustering/partition/partition_sample.h"

#include <cstddef>

#include "base/parallel.h"
#include "base/random.h"
#include "clustering/partition/item_mover.h"

namespace crowdclust {

std::vector<std::vector<int>> SamplePartitions(const PartitionLayout& layout, const std::vector<int>& label,
                                               const PartitionSampleOptions& options) {
  const ScatterTables tables = MakeScatterTables(layout, options.prior.scatter);
  const auto samples = static_cast<std::size_t>(options.samples);
  std::vector<std::vector<int>> drawn(static_cast<std::size_t>(options.chains) * samples);
  ParallelFor(options.num_threads, options.chains, [&](std::int64_t chain) {
    // Streams of their own, far from those of searches.
    Random random(options.seed, 0x5a3b1e000 + options.first_stream + static_cast<std::uint64_t>(chain));
    ItemScores scores(layout, tables, label);
    for (std::size_t s = 0; s < samples; ++s) {
      const int sweeps = s == 0 ? options.sweeps_before : options.sweeps_between;
      for (int sweep = 0; sweep < sweeps; ++sweep)
        DrawItems(1, options.prior.concentration, &random, &scores);
      drawn[static_cast<std::size_t>(chain) * samples + s] = scores.labels();
    }
  });
  return drawn;
}

}  // namespace crowdclust
