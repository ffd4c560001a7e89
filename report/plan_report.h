// The files of `crowdclust plan`, as text; docs/formats.md shows each.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "planning/choose_plan.h"

namespace crowdclust {

struct PlanReport {
  std::vector<PlanRow> rows;  // SummariseQuality has been called
  double quality = 0.95;      // wanted
  int chosen = -1;  // row of the cheapest plan that reaches it; else of the best one, -1 without any
  bool reached = false;
};

// Takes the rows, summarises and chooses.
PlanReport MakePlanReport(std::vector<PlanRow> rows, double quality);

// plans.csv: a row a plan, NA where not known.
std::string PlansTable(const PlanReport& report);

// The same as an array of objects, full precision; null where not known.
nlohmann::ordered_json PlansJson(const PlanReport& report);

// plan.svg: index by cost, or by assignments where nothing costs anything; one curve an overlap, of the
// means with their standard errors. Without any plan simulated an empty text.
std::string PlansCurve(const PlanReport& report, const std::string& title, const std::string& subtitle);

}  // namespace crowdclust
