#include "clustering/bootstrap.h"

#include "base/parallel.h"
#include "clustering/folds.h"
#include "clustering/partition/partition_search.h"

namespace crowdclust {

std::vector<std::vector<int>> BootstrapLabellings(const Answers& answers, double scatter, int samples,
                                                  std::uint64_t seed, int num_threads) {
  std::vector<std::vector<int>> labellings(static_cast<std::size_t>(samples));
  ParallelFor(num_threads, samples, [&](std::int64_t number) {
    const auto sample = static_cast<std::uint64_t>(number);
    const PartitionLayout layout = MakePartitionLayout(ResampleAssignments(answers, seed, sample));
    PartitionSearchOptions options;
    options.prior.scatter = scatter;
    options.anneal_sweeps = 60;
    options.seed = seed;
    options.stream = 0xb007000 + sample;
    std::vector<int> label = SearchPartition(layout, options).cluster_of_item;
    for (int item = 0; item < layout.num_items; ++item) {
      if (layout.RowsOfItem(item).empty()) label[static_cast<std::size_t>(item)] = -1;
    }
    labellings[static_cast<std::size_t>(number)] = std::move(label);
  });
  return labellings;
}

}  // namespace crowdclust
