#include "tools/aggregate_limits.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/grouped_digits.h"
#include "clustering/effort.h"
#include "clustering/memory_ahead.h"
#include "tools/usage_error.h"

namespace crowdclust::tools {

std::string CutEffort(const Answers& answers, AggregateFlags* flags) {
  const Effort effort = EffortFor(SizeOf(answers));
  if (effort.whole) return "";
  const auto cut = [flags](const char* flag, int* value, int to) {
    if (std::ranges::find(flags->given, flag) == flags->given.end()) *value = to;
  };
  CrowdRestartsOptions& crowd = flags->pipeline.crowd;
  cut("--restarts", &crowd.restarts, effort.restarts);
  cut("--pooled-sweeps", &crowd.pooled_sweeps, effort.pooled_sweeps);
  cut("--free-sweeps", &crowd.crowd.free_sweeps, effort.free_sweeps);
  cut("--max-sweeps", &crowd.crowd.max_sweeps, effort.max_sweeps);
  cut("--partition-restarts", &flags->pipeline.partition_restarts, effort.partition_restarts);
  cut("--partition-sweeps", &flags->pipeline.partition.anneal_sweeps, effort.partition_sweeps);
  cut("--folds", &flags->summary.held_out.fitted, effort.fitted_folds);
  cut("--bootstraps", &flags->summary.bootstraps, effort.bootstraps);
  return fmt::format(
      "{:<12}{} pairs are many, so less is tried: {} restart{} of {} + {} sweeps, {} searches of {} sweeps, "
      "{} of {} folds fitted, {} bootstraps; their flags ask for more\n",
      "effort", GroupDigits(NumPairs(answers)), crowd.restarts, crowd.restarts == 1 ? "" : "s",
      crowd.pooled_sweeps, crowd.crowd.max_sweeps, flags->pipeline.partition_restarts,
      flags->pipeline.partition.anneal_sweeps, std::max(0, FitsOf(flags->summary.held_out) - 1),
      flags->summary.held_out.folds, flags->summary.bootstraps);
}

void CheckMemory(const Answers& answers, AggregateFlags* flags) {
  if (flags->max_memory == 0) return;
  std::int64_t names = 0;
  for (const NameIndex* index : {&answers.items, &answers.workers, &answers.hits}) {
    for (const std::string& name : index->names())
      names += 48 + (name.size() > 15 ? static_cast<std::int64_t>(name.size()) + 16 : 0);
  }
  const int folds = FitsOf(flags->summary.held_out);
  PipelineOptions one_by_one = flags->pipeline;
  one_by_one.crowd.crowd.num_threads = 1;
  const auto estimate = [&](const PipelineOptions& options) {
    return EstimateMemory(SizeOf(answers), names, options, folds, !flags->checkpoint.empty());
  };
  const auto most = static_cast<std::int64_t>(flags->max_memory);
  if (estimate(flags->pipeline) <= most) return;
  const std::int64_t least = estimate(one_by_one);
  if (least <= most) {
    flags->pipeline.crowd.crowd.num_threads = 1;
    return;
  }
  constexpr double kMegabyte = 1e6;
  throw UsageError(fmt::format(
      "--max-memory {:.0f} MB: about {:.0f} MB are needed for {} rows of {} items and {} workers; give more, "
      "or ask for less by --folds 0, --restarts or --dimensions",
      static_cast<double>(most) / kMegabyte, static_cast<double>(least) / kMegabyte,
      GroupDigits(answers.num_rows()), GroupDigits(answers.num_items()), GroupDigits(answers.num_workers())));
}

}  // namespace crowdclust::tools
