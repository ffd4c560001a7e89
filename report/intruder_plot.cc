#include "report/intruder_plot.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/grouped_digits.h"
#include "report/interval_svg.h"

namespace crowdclust {
namespace {

constexpr std::size_t kMostRows = 60;

IntervalRow RowOf(std::string name, const GroupScore& group) {
  return {
      .name = std::move(name),
      .share = group.answers.share(),
      .low = group.precision.interval.low,
      .high = group.precision.interval.high,
      .chance = group.chance,
      .note = fmt::format("{} of {}", GroupDigits(group.answers.right), GroupDigits(group.answers.total))};
}

void KeepLeastSure(std::vector<IntervalRow>* rows) {
  if (rows->size() <= kMostRows) return;
  std::ranges::stable_sort(*rows, {}, [](const IntervalRow& row) { return row.low; });
  rows->resize(kMostRows);
}

std::string StudyName(const ScoredStudy& study) {
  std::string name;
  for (const std::string& label : study.labels) name += (name.empty() ? "" : " ") + label;
  return name;
}

}  // namespace

std::string IntruderPlotSvg(const ScoredStudies& scored) {
  IntervalPlot plot{
      .title = "How often people find the intruder",
      .subtitle = "share of right answers, 95 % intervals that allow for HITs and workers differing",
      .axis = "answers right"};
  const ScoredStudy& first = scored.studies.front();
  if (!scored.by.empty()) {
    for (const ScoredStudy& study : scored.studies)
      plot.rows.push_back(RowOf(StudyName(study), study.score.overall));
    return IntervalSvg(plot);
  }
  const NameIndex& clusters = first.judged.clusters;
  for (const GroupScore& group : first.score.by_cluster)
    plot.rows.push_back(RowOf("cluster " + clusters.Name(group.main_cluster), group));
  if (first.score.question == IntruderQuestion::kTwins) {
    plot.title = "One group or two: how often people say what the clusters say";
    for (const GroupScore& group : first.score.by_pair) {
      plot.rows.push_back(RowOf(fmt::format("clusters {} and {}", clusters.Name(group.main_cluster),
                                            clusters.Name(group.other_cluster)),
                                group));
    }
  }
  KeepLeastSure(&plot.rows);
  plot.rows.push_back(RowOf("all together", first.score.overall));
  plot.rows.back().is_total = true;
  return IntervalSvg(plot);
}

}  // namespace crowdclust
