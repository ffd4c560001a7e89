// Which plan to take: the cheapest that reaches a wanted quality.
#pragma once

#include <limits>
#include <vector>

#include "planning/plan_figures.h"
#include "planning/plan_grid.h"

namespace crowdclust {

// The adjusted Rand index of simulated studies of one plan; NaN where too few were simulated.
struct PlanQuality {
  std::vector<double> of_study = {};
  double mean = std::numeric_limits<double>::quiet_NaN();
  double standard_error = std::numeric_limits<double>::quiet_NaN();  // of the mean, from two studies on
  // After smoothing: more HITs an item do not make clusters worse.
  double smoothed = std::numeric_limits<double>::quiet_NaN();
  double smoothed_error = std::numeric_limits<double>::quiet_NaN();
};

struct PlanRow {
  StudyPlan plan = {};
  PlanFigures figures = {};
  PlanQuality quality = {};
};

// Fills in means and errors from the studies, then smooths the means of each overlap by FitIsotonic over HITs
// an item, weighted by studies. The error of plans that are pooled is the weighted mean of theirs, since
// their studies share items and workers. Rows may stand in any order.
void SummariseQuality(std::vector<PlanRow>* rows);

// The row that costs least among those whose smoothed index is `quality` or more (at a tie of costs fewest
// assignments, then the highest index, then the first); -1 where there is none.
int CheapestReaching(const std::vector<PlanRow>& rows, double quality);

// The row of highest smoothed index, the cheapest at a tie; -1 where nothing was simulated.
int BestPlan(const std::vector<PlanRow>& rows);

// The rows that nothing as cheap or cheaper equals by its smoothed index, the cheapest first.
std::vector<int> EfficientPlans(const std::vector<PlanRow>& rows);

}  // namespace crowdclust
