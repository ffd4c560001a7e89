#include "planning/choose_plan.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "base/isotonic.h"
#include "base/stats.h"

namespace crowdclust {
namespace {

// `rows` are of one overlap, by HITs an item.
void Smooth(const std::vector<PlanRow*>& rows) {
  std::vector<double> mean, weight;
  for (const PlanRow* row : rows) {
    mean.push_back(row->quality.mean);
    weight.push_back(static_cast<double>(row->quality.of_study.size()));
  }
  const IsotonicFit fit = FitIsotonic(mean, weight);
  std::map<int, double> error, weights;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    error[fit.block[i]] += weight[i] * rows[i]->quality.standard_error;
    weights[fit.block[i]] += weight[i];
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i]->quality.smoothed = fit.value[i];
    rows[i]->quality.smoothed_error = error[fit.block[i]] / weights[fit.block[i]];
  }
}

// Cheaper first; then fewer assignments, then better.
auto ByCost(const PlanRow& row) {
  return std::make_tuple(row.plan.cost, row.plan.assignments, -row.quality.smoothed);
}

bool IsKnown(const PlanRow& row) { return std::isfinite(row.quality.smoothed); }

}  // namespace

void SummariseQuality(std::vector<PlanRow>* rows) {
  std::map<int, std::vector<PlanRow*>> of_overlap;
  for (PlanRow& row : *rows) {
    const MeanAndError of_studies = MeanOf(row.quality.of_study);
    row.quality.mean = of_studies.mean;
    row.quality.standard_error = of_studies.standard_error;
    if (!row.quality.of_study.empty()) of_overlap[row.plan.overlap].push_back(&row);
  }
  for (auto& [overlap, of_it] : of_overlap) {
    std::ranges::stable_sort(of_it, {}, [](const PlanRow* row) { return row->plan.hits_per_item; });
    Smooth(of_it);
  }
}

int CheapestReaching(const std::vector<PlanRow>& rows, double quality) {
  int cheapest = -1;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!IsKnown(rows[i]) || rows[i].quality.smoothed < quality) continue;
    if (cheapest < 0 || ByCost(rows[i]) < ByCost(rows[static_cast<std::size_t>(cheapest)]))
      cheapest = static_cast<int>(i);
  }
  return cheapest;
}

int BestPlan(const std::vector<PlanRow>& rows) {
  double best = -2;
  for (const PlanRow& row : rows) {
    if (IsKnown(row)) best = std::max(best, row.quality.smoothed);
  }
  return CheapestReaching(rows, best);
}

std::vector<int> EfficientPlans(const std::vector<PlanRow>& rows) {
  std::vector<int> order;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (IsKnown(rows[i])) order.push_back(static_cast<int>(i));
  }
  const auto row_of = [&rows](int index) -> const PlanRow& { return rows[static_cast<std::size_t>(index)]; };
  std::ranges::stable_sort(order, {}, [&](int index) { return ByCost(row_of(index)); });
  std::vector<int> efficient;
  for (const int index : order) {
    if (efficient.empty() || row_of(index).quality.smoothed > row_of(efficient.back()).quality.smoothed)
      efficient.push_back(index);
  }
  return efficient;
}

}  // namespace crowdclust
