#include "clustering/partition/partition_sample.h"

#include "base/random.h"
#include "clustering/partition/item_mover.h"

namespace crowdclust {
namespace {

constexpr std::uint64_t kFirstStream = 0x5a3b1e000;  // far from those of searches

}  // namespace

std::vector<std::vector<int>> SamplePartitions(const PartitionLayout& layout, const std::vector<int>& label,
                                               const PartitionSampleOptions& options) {
  const ScatterTables tables = MakeScatterTables(layout, options.prior.scatter);
  Random random(options.seed, kFirstStream + options.stream);
  ItemScores scores(layout, tables, label);
  std::vector<std::vector<int>> drawn;
  for (int sample = 0; sample < options.samples; ++sample) {
    const int sweeps = sample == 0 ? options.sweeps_before : options.sweeps_between;
    for (int sweep = 0; sweep < sweeps; ++sweep) DrawItems(1, options.prior.concentration, &random, &scores);
    drawn.push_back(scores.labels());
  }
  return drawn;
}

}  // namespace crowdclust
