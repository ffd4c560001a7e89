#include "report/plan_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/json_number.h"
#include "base/stats.h"
#include "report/curve_svg.h"

namespace crowdclust {
namespace {

using Json = nlohmann::ordered_json;

bool IsSimulated(const PlanRow& row) { return !row.quality.of_study.empty(); }

// Where the share of connected deals may lie; not known without deals.
Interval ConnectedInterval(const PlanFigures& figures) {
  if (figures.always_connected) return {1, 1};
  if (figures.deals == 0) return {std::nan(""), std::nan("")};
  return WilsonInterval(figures.connected, figures.deals);
}

Json PairsMetBy(const PlanFigures& figures) {
  if (!std::isfinite(figures.pairs_met_share)) return {};
  return figures.counted ? "count" : "formula";
}

Json RowJson(const PlanReport& report, std::size_t index) {
  const PlanRow& row = report.rows[index];
  const PlanFigures& figures = row.figures;
  const Interval connected = ConnectedInterval(figures);
  return {{"hits_per_item", row.plan.hits_per_item},
          {"overlap", row.plan.overlap},
          {"hits", row.plan.hits},
          {"assignments", row.plan.assignments},
          {"pair_labels", row.plan.pair_labels},
          {"cost", row.plan.cost},
          {"working_hours", row.plan.working_hours},
          {"status", PlanStatusName(row.plan.status)},
          {"pairs_met_share", NumberOrNull(figures.pairs_met_share)},
          {"pairs_met_by", PairsMetBy(figures)},
          {"connected_share", NumberOrNull(figures.ConnectedShare())},
          {"connected_low", NumberOrNull(connected.low)},
          {"connected_high", NumberOrNull(connected.high)},
          {"deals", figures.deals},
          {"studies", row.quality.of_study.size()},
          {"adjusted_rand", NumberOrNull(row.quality.mean)},
          {"standard_error", NumberOrNull(row.quality.standard_error)},
          {"smoothed_adjusted_rand", NumberOrNull(row.quality.smoothed)},
          {"smoothed_standard_error", NumberOrNull(row.quality.smoothed_error)},
          {"chosen", static_cast<int>(index) == report.chosen}};
}

std::string Cell(const Json& value) {
  if (value.is_null()) return "NA";
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  if (value.is_string()) return value.get<std::string>();
  return value.is_number_float() ? fmt::format("{:.6g}", value.get<double>()) : value.dump();
}

std::string MarkedName(const PlanReport& report, bool by_cost) {
  const StudyPlan& plan = report.rows[static_cast<std::size_t>(report.chosen)].plan;
  const std::string price =
      by_cost ? fmt::format("{:.2f}", plan.cost) : fmt::format("{} assignments", plan.assignments);
  return fmt::format("{}: {:g} HITs an item, overlap {}, {}",
                     report.reached ? "cheapest that reaches it" : "best of all, but too little",
                     plan.hits_per_item, plan.overlap, price);
}

}  // namespace

PlanReport MakePlanReport(std::vector<PlanRow> rows, double quality) {
  PlanReport report{.rows = std::move(rows), .quality = quality};
  SummariseQuality(&report.rows);
  report.chosen = CheapestReaching(report.rows, quality);
  report.reached = report.chosen >= 0;
  if (!report.reached) report.chosen = BestPlan(report.rows);
  return report;
}

Json PlansJson(const PlanReport& report) {
  Json plans = Json::array();
  for (std::size_t i = 0; i < report.rows.size(); ++i) plans.push_back(RowJson(report, i));
  return plans;
}

std::string PlansTable(const PlanReport& report) {
  std::string header, lines;
  for (const Json& row : PlansJson(report)) {
    std::string names, cells;
    for (const auto& [name, value] : row.items()) {
      names += (names.empty() ? "" : ",") + name;
      cells += (cells.empty() ? "" : ",") + Cell(value);
    }
    header = names + "\n";
    lines += cells + "\n";
  }
  return header + lines;
}

std::string PlansCurve(const PlanReport& report, const std::string& title, const std::string& subtitle) {
  if (report.chosen < 0) return "";
  const bool by_cost = std::ranges::all_of(report.rows, [](const PlanRow& row) { return row.plan.cost > 0; });
  std::map<int, CurveSeries> of_overlap;
  const auto point_of = [by_cost](const PlanRow& row) {
    return CurvePoint{.x = by_cost ? row.plan.cost : static_cast<double>(row.plan.assignments),
                      .y = row.quality.mean,
                      .error = row.quality.standard_error};
  };
  for (const PlanRow& row : report.rows) {
    if (!IsSimulated(row)) continue;
    CurveSeries& series = of_overlap[row.plan.overlap];
    series.name = fmt::format("{}", row.plan.overlap);
    series.points.push_back(point_of(row));
  }
  CurvePlot plot{.title = title,
                 .subtitle = subtitle,
                 .x_label = by_cost ? "cost" : "assignments",
                 .y_label = "expected adjusted Rand index, ± standard error",
                 .legend_title = "overlap",
                 .series = {},
                 .rule_y = report.quality,
                 .rule_name = fmt::format("wanted {:g}", report.quality),
                 .marked = point_of(report.rows[static_cast<std::size_t>(report.chosen)]),
                 .marked_name = MarkedName(report, by_cost)};
  for (auto& [overlap, series] : of_overlap) {
    std::ranges::stable_sort(series.points, {}, &CurvePoint::x);
    plot.series.push_back(std::move(series));
  }
  return CurveSvg(plot);
}

}  // namespace crowdclust
