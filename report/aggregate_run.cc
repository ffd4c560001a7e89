#include "report/aggregate_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/grouped_digits.h"

namespace crowdclust {
namespace {

using Json = nlohmann::ordered_json;

const char* StopReasonName(StopReason reason) {
  switch (reason) {
    case StopReason::kConverged:
      return "converged";
    case StopReason::kMaxSweeps:
      return "max_sweeps";
    case StopReason::kStopped:
      return "stopped";
  }
  return "";
}

std::vector<std::size_t> ClusterSizes(const Clustering& clustering) {
  std::vector<std::size_t> sizes;
  for (const std::vector<int>& items : ItemsOfClusters(clustering)) sizes.push_back(items.size());
  return sizes;
}

// "60, 38, 9", the first ten at most and then "…".
std::string JoinSizes(const std::vector<std::size_t>& sizes) {
  constexpr std::size_t kShown = 10;
  const std::vector<std::size_t> shown(
      sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(std::min(kShown, sizes.size())));
  return fmt::format("{}{}", fmt::join(shown, ", "), sizes.size() > kShown ? ", …" : "");
}

}  // namespace

Json OptionsJson(const PipelineOptions& options) {
  return {{"method", ClusterMethodName(options.method)},
          {"dimensions", options.crowd.dimensions},
          {"restarts", options.restarts},
          {"max_sweeps", options.crowd.max_sweeps},
          {"tolerance", options.crowd.tolerance},
          {"item_variance", options.crowd.prior.item_variance},
          {"weight_variance", options.crowd.prior.weight_variance},
          {"bias_variance", options.crowd.prior.bias_variance},
          {"learn_prior", options.crowd.learn_prior},
          {"free_sweeps", options.crowd.free_sweeps},
          {"start_variance", options.crowd.start_variance},
          {"concentration", options.mixture.concentration},
          {"mixture_max_sweeps", options.mixture.max_sweeps},
          {"mixture_tolerance", options.mixture.tolerance},
          {"max_components", options.mixture.max_components},
          {"partition_restarts", options.partition_restarts},
          {"seed", options.crowd.seed},
          {"threads", options.crowd.num_threads}};
}

Json IntakeJson(const Intake& intake) {
  return {{"assignments", intake.assignments},
          {"rows", intake.rows},
          {"items_without_group", intake.items_without_group},
          {"golden_left_out", intake.golden},
          {"golden_included", intake.golden_included},
          {"duplicates_left_out", intake.duplicates},
          {"without_pairs", intake.without_pairs},
          {"left_out_by_status", Json(intake.by_status)},
          {"ignored_columns", Json(intake.ignored_columns)}};
}

Json ResultJson(const Answers& answers, const PipelineResult& result) {
  Json json;
  json["items"] = answers.num_items();
  json["workers"] = answers.num_workers();
  json["assignments"] = answers.num_assignments();
  json["pairs"] = NumPairs(answers);
  json["clusters"] = result.clustering.num_clusters;
  json["cluster_sizes"] = ClusterSizes(result.clustering);
  json["stopped"] = result.stopped;
  json["best_restart"] = result.best_restart + 1;
  json["bound"] = result.restarts[static_cast<std::size_t>(result.best_restart)].bound_of_sweep.back();
  if (result.partition.runs.empty()) {
    json["used_dimensions"] = result.used_dimensions.size();
    json["mixture_bound"] = result.mixture.bound_of_step.back();
  } else {
    const auto best = static_cast<std::size_t>(result.partition.best);
    json["partition_scatter"] = result.partition.scatter[best];
    json["partition_evidence"] = result.partition.runs[best].evidence;
  }
  json["restarts"] = Json::array();
  for (const RestartRecord& restart : result.restarts) {
    const auto& bound = restart.bound_of_sweep;
    json["restarts"].push_back({{"sweeps", bound.size()},
                                {"bound", bound.empty() ? Json() : Json(bound.back())},
                                {"stop_reason", StopReasonName(restart.stop_reason)}});
  }
  json["lone_items"] = Json::array();
  for (const int item : result.lone_items) json["lone_items"].push_back(answers.items.Name(item));
  return json;
}

std::string DescribeResult(const Answers& answers, const PipelineResult& result) {
  const RestartRecord& best = result.restarts[static_cast<std::size_t>(result.best_restart)];
  std::string text;
  text += fmt::format("{:<12}{} items, {} workers, {} assignments, {} pair labels\n", "answers",
                      GroupDigits(answers.num_items()), GroupDigits(answers.num_workers()),
                      GroupDigits(answers.num_assignments()), GroupDigits(NumPairs(answers)));
  text += fmt::format("{:<12}restart {} of {} is the best: bound {:.2f} after {} sweeps ({})\n", "fit",
                      result.best_restart + 1, result.restarts.size(), best.bound_of_sweep.back(),
                      best.bound_of_sweep.size(), StopReasonName(best.stop_reason));
  text += fmt::format("{:<12}{} of {} items, ", "clusters", result.clustering.num_clusters,
                      JoinSizes(ClusterSizes(result.clustering)));
  if (result.partition.runs.empty()) {
    text += fmt::format("in {} of {} dimensions\n", result.used_dimensions.size(), result.crowd.dimensions());
  } else {
    const auto search = static_cast<std::size_t>(result.partition.best);
    text += fmt::format("by the partition model: log evidence {:.2f}, the best of {} searches\n",
                        result.partition.runs[search].evidence, result.partition.runs.size());
  }
  if (!result.lone_items.empty()) {
    text += fmt::format("{:<12}{} never grouped beside another, each a cluster of its own: {}{}\n",
                        "lone items", result.lone_items.size(), answers.items.Name(result.lone_items.front()),
                        result.lone_items.size() > 1 ? ", …" : "");
  }
  if (result.stopped) text += fmt::format("{:<12}interrupted; this is what was found so far\n", "stopped");
  return text;
}

}  // namespace crowdclust
