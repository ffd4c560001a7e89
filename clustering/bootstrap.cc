#include "clustering/bootstrap.h"

#include <atomic>
#include <string>

#include "base/parallel.h"
#include "clustering/folds.h"
#include "clustering/partition/partition_restarts.h"

namespace crowdclust {

std::vector<std::vector<int>> BootstrapLabellings(const Answers& answers, double scatter, int samples,
                                                  std::uint64_t seed, int num_threads,
                                                  const BootstrapCallback& callback,
                                                  const CheckpointScope& checkpoint) {
  constexpr int kSweeps = 60;
  std::atomic<int> done = 0;
  std::vector<std::vector<int>> labellings(static_cast<std::size_t>(samples));
  ParallelFor(num_threads, samples, [&](std::int64_t number) {
    const auto sample = static_cast<std::uint64_t>(number);
    const PartitionLayout layout = MakePartitionLayout(ResampleAssignments(answers, seed, sample));
    PartitionSearchOptions options;
    options.prior.scatter = scatter;
    options.anneal_sweeps = kSweeps;
    options.seed = seed;
    options.stream = 0xb007000 + sample;
    const auto report = [&](int sweeps, int) {
      const int now = sweeps < kSweeps ? ++done : done.load();
      return !callback || callback(static_cast<double>(now) / (static_cast<double>(samples) * kSweeps));
    };
    std::vector<int> label =
        SearchFrom(checkpoint, "sample " + std::to_string(number), layout, options, report).cluster_of_item;
    for (int item = 0; item < layout.num_items; ++item) {
      if (layout.RowsOfItem(item).empty()) label[static_cast<std::size_t>(item)] = -1;
    }
    labellings[static_cast<std::size_t>(number)] = std::move(label);
  });
  return labellings;
}

}  // namespace crowdclust
