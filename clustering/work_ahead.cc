#include "clustering/work_ahead.h"

namespace crowdclust {

StudySize SizeOf(const Answers& answers) {
  return {.items = answers.num_items(),
          .workers = answers.num_workers(),
          .assignments = answers.num_assignments(),
          .rows = answers.num_rows(),
          .pairs = NumPairs(answers)};
}

WorkAhead EstimateWork(const StudySize& size, const PipelineOptions& options) {
  const int dimensions = DimensionsOf(options, size.items);
  const double d = dimensions;
  const auto pairs = static_cast<double>(size.pairs);
  const bool both = options.method == ClusterMethod::kAuto;
  WorkAhead work;
  if (both || options.method == ClusterMethod::kCrowd || options.method == ClusterMethod::kMixture) {
    const double pair_seconds = (15 + d * d) * 1e-9;
    const int sweeps = options.crowd.crowd.max_sweeps + options.crowd.pooled_sweeps;
    work.crowd = pairs * pair_seconds * sweeps * options.crowd.restarts;
  }
  if (both || options.method == ClusterMethod::kPartition) {
    // Every row passes over its assignment.
    const double sweep = (2 * pairs * 3 + static_cast<double>(size.rows) * 60) * 1e-9;
    // From the crowd model's clusters only the end of the cooling is left, and some moves after it.
    const bool from_crowd = both && size.items > kDenseItems;
    const double sweeps = from_crowd
                              ? options.partition.anneal_sweeps / options.partition.first_temperature + 15
                              : options.partition.anneal_sweeps;
    work.partition = sweep * sweeps * options.partition_restarts;
  }
  if (work.all() == 0) work.partition = (pairs + 1) * 1e-7;
  return work;
}

}  // namespace crowdclust
