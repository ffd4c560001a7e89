#include "clustering/draw_labellings.h"

#include <atomic>
#include <cstddef>

#include "base/parallel.h"
#include "clustering/partition/partition_layout.h"
#include "clustering/partition/partition_sample.h"
#include "clustering/partition/partition_search.h"

namespace crowdclust {

std::vector<std::vector<int>> DrawLabellings(const Answers& answers, const LabellingOptions& options,
                                             const std::function<bool(double share)>& go_on) {
  const PartitionLayout layout = MakePartitionLayout(answers);
  const PartitionPrior prior{.scatter = options.scatter};
  std::vector<std::vector<std::vector<int>>> of_search(static_cast<std::size_t>(options.searches));
  std::atomic<int> done = 0;
  std::atomic<bool> ended = false;
  ParallelFor(options.num_threads, options.searches, [&](std::int64_t search) {
    if (ended) return;
    const auto stream = static_cast<std::uint64_t>(search);
    const PartitionSearch found = SearchPartition(
        layout,
        {.prior = prior, .anneal_sweeps = options.anneal_sweeps, .seed = options.seed, .stream = stream});
    of_search[static_cast<std::size_t>(search)] = SamplePartitions(layout, found.cluster_of_item,
                                                                   {.prior = prior,
                                                                    .samples = options.samples,
                                                                    .sweeps_before = 5,
                                                                    .seed = options.seed,
                                                                    .stream = stream});
    ++done;
    if (go_on && !go_on(static_cast<double>(done) / options.searches)) ended = true;
  });
  if (ended) return {};
  std::vector<std::vector<int>> labellings;
  for (const auto& drawn : of_search) labellings.insert(labellings.end(), drawn.begin(), drawn.end());
  return labellings;
}

}  // namespace crowdclust
