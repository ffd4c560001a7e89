#include "report/aggregate_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/grouped_digits.h"
#include "base/json_number.h"

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

Json ScoreJson(const PairScore& score) {
  return {{"nats_a_pair", NumberOrNull(score.nats)}, {"standard_error", NumberOrNull(score.standard_error)}};
}

Json HeldOutJson(const HeldOut& held_out) {
  Json bins = Json::array();
  for (const CalibrationBin& bin : held_out.calibration.bins)
    bins.push_back({{"pairs", bin.pairs}, {"predicted", bin.predicted}, {"observed", bin.observed}});
  return {{"folds", held_out.folds},
          {"whole_assignments",
           {{"pairs", held_out.whole.method.pairs},
            {"method", ScoreJson(held_out.whole.method)},
            {"constant", ScoreJson(held_out.whole.constant)}}},
          {"fifth_of_items",
           {{"pairs", held_out.within.method.pairs},
            {"method", ScoreJson(held_out.within.method)},
            {"constant", ScoreJson(held_out.within.constant)}}},
          {"calibration_error", NumberOrNull(held_out.calibration.error)},
          {"calibration_standard_error", NumberOrNull(held_out.calibration.standard_error)},
          {"calibration", std::move(bins)},
          {"log_odds_scale", held_out.scaling.scale},
          {"log_odds_shift", held_out.scaling.shift}};
}

// "-0.412 ± 0.006", or without the error where one assignment cannot tell it.
std::string WithError(double value, double error) {
  return std::isfinite(error) ? fmt::format("{:.3f} ± {:.3f}", value, error) : fmt::format("{:.3f}", value);
}

// "-0.412 ± 0.006 (a constant: -0.561)".
std::string DescribeScore(const HeldOutScore& score) {
  if (!std::isfinite(score.method.nats)) return "no pairs";
  return fmt::format("{} nats a pair (a constant: {:.3f})",
                     WithError(score.method.nats, score.method.standard_error), score.constant.nats);
}

std::vector<std::string> NamesOfRandomWorkers(const Answers& answers, const RunSummary& summary) {
  std::vector<std::string> names;
  for (std::size_t j = 0; j < summary.workers.size(); ++j) {
    if (summary.workers[j].random) names.push_back(answers.workers.Name(static_cast<int>(j)));
  }
  return names;
}

std::string DescribeFit(const RunSummary& summary) {
  const PipelineResult& result = summary.result;
  std::string text;
  if (!result.crowd.restart.empty()) {
    const CrowdRestart& best = result.crowd.restart[static_cast<std::size_t>(result.crowd.best)];
    text += fmt::format(
        "{:<12}{} dimensions, {} restart{}, {} of them used ({} start); best bound {:.2f} after {} "
        "sweeps ({})\n",
        "crowd model", best.posterior.dimensions(), result.crowd.restart.size(),
        result.crowd.restart.size() == 1 ? "" : "s", result.crowd.Members().size(),
        CrowdStartName(result.crowd.start), best.bound_of_sweep.back(), best.bound_of_sweep.size(),
        StopReasonName(best.stop_reason));
  }
  if (!result.partition.runs.empty()) {
    const auto best = static_cast<std::size_t>(result.partition.best);
    text += fmt::format("{:<12}{} searches; best log evidence {:.2f}\n", "partition",
                        result.partition.runs.size(), result.partition.runs[best].evidence);
  }
  return text;
}

// The items of every component, in item order.
std::vector<std::vector<int>> ItemsOfComponents(const PipelineResult& result) {
  std::vector<std::vector<int>> items(static_cast<std::size_t>(result.num_components));
  for (std::size_t i = 0; i < result.known.size(); ++i)
    items[static_cast<std::size_t>(result.component[i])].push_back(result.known[i]);
  return items;
}

// "16 items (a, …), 2 items (x, …)", the first five at most.
std::string DescribeComponents(const Answers& answers, const PipelineResult& result) {
  constexpr std::size_t kShown = 5;
  const std::vector<std::vector<int>> components = ItemsOfComponents(result);
  std::string text;
  for (std::size_t c = 0; c < std::min(kShown, components.size()); ++c) {
    text += fmt::format("{}{} items ({}, …)", c > 0 ? ", " : "", components[c].size(),
                        answers.items.Name(components[c].front()));
  }
  return components.size() > kShown ? text + ", …" : text;
}

// The three words that workers used most for each of the first ten clusters, a line each; nothing where they
// used none.
std::string DescribeWords(const Answers& answers, const RunSummary& summary) {
  constexpr std::size_t kClusters = 10, kWords = 3;
  std::string text;
  for (std::size_t k = 0; k < std::min(kClusters, summary.words.size()); ++k) {
    const std::vector<WordCount>& most = summary.words[k].most;
    std::vector<std::string> names;
    for (std::size_t w = 0; w < std::min(kWords, most.size()); ++w)
      names.push_back(answers.group_words.words.Name(most[w].word));
    text += fmt::format("{:<12}{}: {}\n", k == 0 ? "words" : "", k, fmt::join(names, ", "));
  }
  return text;
}

// What a reader should know before trusting the clusters.
std::string DescribeWarnings(const Answers& answers, const RunSummary& summary) {
  const PipelineResult& result = summary.result;
  std::string text;
  if (result.num_components > 1) {
    text += fmt::format(
        "{:<12}{} groups of items that no assignment ties together: {}; how their clusters relate is "
        "unknown\n",
        "components", result.num_components, DescribeComponents(answers, result));
  }
  if (!result.lone_items.empty()) {
    text += fmt::format("{:<12}{} never grouped beside another, each a cluster of its own: {}{}\n",
                        "lone items", result.lone_items.size(), answers.items.Name(result.lone_items.front()),
                        result.lone_items.size() > 1 ? ", …" : "");
  }
  if (result.coarse) {
    text += fmt::format(
        "{:<12}more than {} items: no matrix of all pairs is made, items are linked by the "
        "labellings that they share\n",
        "coarse", GroupDigits(kDenseItems));
  }
  const std::vector<std::string> random = NamesOfRandomWorkers(answers, summary);
  if (!random.empty()) {
    text += fmt::format(
        "{:<12}{} of {} group as if at random: {}{}\n", "workers", random.size(), answers.num_workers(),
        fmt::join(random.begin(), random.begin() + std::min<std::ptrdiff_t>(5, std::ssize(random)), ", "),
        random.size() > 5 ? ", …" : "");
  }
  if (summary.stopped) text += fmt::format("{:<12}interrupted; this is what was found so far\n", "stopped");
  return text;
}

}  // namespace

Json OptionsJson(const PipelineOptions& options, const RunSummaryOptions& summary_options) {
  const CrowdOptions& crowd = options.crowd.crowd;
  return {{"method", ClusterMethodName(options.method)},
          {"clusters", options.num_clusters == 0 ? Json("auto") : Json(options.num_clusters)},
          {"dimensions", options.dimensions == 0 ? Json("auto") : Json(options.dimensions)},
          {"restarts", options.crowd.restarts},
          {"start", CrowdStartName(options.crowd.start)},
          {"pooled_sweeps", options.crowd.pooled_sweeps},
          {"max_sweeps", crowd.max_sweeps},
          {"tolerance", crowd.tolerance},
          {"item_variance", crowd.prior.item_variance},
          {"weight_variance", crowd.prior.weight_variance},
          {"bias_variance", crowd.prior.bias_variance},
          {"learn_prior", crowd.learn_prior},
          {"free_sweeps", crowd.free_sweeps},
          {"start_variance", crowd.start_variance},
          {"concentration", options.mixture.concentration},
          {"mixture_max_sweeps", options.mixture.max_sweeps},
          {"mixture_tolerance", options.mixture.tolerance},
          {"max_components", options.mixture.max_components},
          {"mixture_direct_items", options.mixture.direct_items},
          {"partition_restarts", options.partition_restarts},
          {"partition_sweeps", options.partition.anneal_sweeps},
          {"folds", summary_options.held_out.folds},
          {"fitted_folds", summary_options.held_out.fitted},
          {"bootstraps", summary_options.bootstraps},
          {"seed", crowd.seed},
          {"threads", crowd.num_threads}};
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

Json ResultJson(const Answers& answers, const RunSummary& summary) {
  const PipelineResult& result = summary.result;
  Json json;
  json["items"] = answers.num_items();
  json["workers"] = answers.num_workers();
  json["assignments"] = answers.num_assignments();
  json["pairs"] = NumPairs(answers);
  json["clusters"] = result.clustering.num_clusters;
  json["cluster_sizes"] = ClusterSizes(result.clustering);
  json["scatter"] = result.scatter;
  json["evidence"] = result.evidence;
  json["stopped"] = summary.stopped;
  json["coarse"] = result.coarse;
  json["components"] = Json::array();
  for (const std::vector<int>& items : ItemsOfComponents(result)) {
    Json names = Json::array();
    if (result.num_components > 1) {
      for (const int item : items) names.push_back(answers.items.Name(item));
    }
    json["components"].push_back({{"size", items.size()}, {"items", std::move(names)}});
  }
  if (!result.crowd.restart.empty()) {
    const CrowdRestart& best = result.crowd.restart[static_cast<std::size_t>(result.crowd.best)];
    json["dimensions"] = best.posterior.dimensions();
    json["best_restart"] = result.crowd.best + 1;
    json["bound"] = best.bound_of_sweep.back();
    json["restarts"] = Json::array();
    for (const CrowdRestart& restart : result.crowd.restart) {
      const auto& bound = restart.bound_of_sweep;
      json["restarts"].push_back({{"start", CrowdStartName(restart.start)},
                                  {"sweeps", bound.size()},
                                  {"bound", bound.empty() ? Json() : Json(bound.back())},
                                  {"stop_reason", StopReasonName(restart.stop_reason)}});
    }
  }
  if (!result.mixture.bound_of_step.empty()) {
    json["used_dimensions"] = result.used_dimensions.size();
    json["mixture_bound"] = result.mixture.bound_of_step.back();
  }
  if (!result.partition.runs.empty()) {
    const auto best = static_cast<std::size_t>(result.partition.best);
    json["partition_scatter"] = result.partition.scatter[best];
    json["partition_evidence"] = result.partition.runs[best].evidence;
  }
  json["held_out"] = HeldOutJson(summary.held_out);
  json["random_workers"] = NamesOfRandomWorkers(answers, summary);
  json["lone_items"] = Json::array();
  for (const int item : result.lone_items) json["lone_items"].push_back(answers.items.Name(item));
  return json;
}

std::string DescribeResult(const Answers& answers, const PipelineOptions& options,
                           const RunSummary& summary) {
  const PipelineResult& result = summary.result;
  std::string text;
  text += fmt::format("{:<12}{} items, {} workers, {} assignments, {} pair labels\n", "answers",
                      GroupDigits(answers.num_items()), GroupDigits(answers.num_workers()),
                      GroupDigits(answers.num_assignments()), GroupDigits(NumPairs(answers)));
  text += DescribeFit(summary);
  text += fmt::format("{:<12}{} of {} items, by method {}\n", "clusters", result.clustering.num_clusters,
                      JoinSizes(ClusterSizes(result.clustering)), ClusterMethodName(options.method));
  text += DescribeWords(answers, summary);
  if (summary.held_out.folds > 0) {
    text += fmt::format("{:<12}whole assignments: {}\n", "held out", DescribeScore(summary.held_out.whole));
    text += fmt::format("{:<12}a fifth of items:  {}\n", "", DescribeScore(summary.held_out.within));
    text += fmt::format(
        "{:<12}chances are off by {} on average\n", "calibration",
        WithError(summary.held_out.calibration.error, summary.held_out.calibration.standard_error));
  }
  return text + DescribeWarnings(answers, summary);
}

}  // namespace crowdclust
