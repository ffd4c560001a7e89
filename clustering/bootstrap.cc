#include "clustering/bootstrap.h"

#include <atomic>
#include <string>

#include "base/parallel.h"
#include "clustering/folds.h"
#include "clustering/partition/partition_restarts.h"

namespace crowdclust {

std::vector<std::vector<int>> BootstrapLabellings(const Answers& answers, const BootstrapOptions& options,
                                                  const BootstrapCallback& callback,
                                                  const CheckpointScope& checkpoint) {
  const double all = static_cast<double>(options.samples) * options.search.anneal_sweeps;
  std::atomic<int> done = 0;
  std::vector<std::vector<int>> labellings(static_cast<std::size_t>(options.samples));
  ParallelFor(options.num_threads, options.samples, [&](std::int64_t number) {
    const auto sample = static_cast<std::uint64_t>(number);
    const PartitionLayout layout =
        MakePartitionLayout(ResampleAssignments(answers, options.search.seed, sample));
    PartitionSearchOptions search = options.search;
    search.stream = 0xb007000 + sample;
    int counted = 0;
    const auto report = [&](int sweeps, int) {
      const int now = done += sweeps - counted;
      counted = sweeps;
      return !callback || callback(now / all);
    };
    std::vector<int> label =
        SearchFrom(checkpoint, "sample " + std::to_string(number), layout, search, options.start, report)
            .cluster_of_item;
    for (int item = 0; item < layout.num_items; ++item) {
      if (layout.PlacesOf(item).empty()) label[static_cast<std::size_t>(item)] = -1;
    }
    labellings[static_cast<std::size_t>(number)] = std::move(label);
  });
  return labellings;
}

}  // namespace crowdclust
