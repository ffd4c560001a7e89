#include "planning/plan_grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "answers/answers.h"
#include "base/error.h"

namespace crowdclust {
namespace {

constexpr std::array<int, 6> kOverlaps = {1, 2, 3, 5, 7, 10};
constexpr std::array<int, 3> kCoarseOverlaps = {1, 2, 5};
constexpr double kRounding = 1 + 1e-9;  // a plan that costs the whole budget is within it
constexpr std::array<const char*, 4> kStatusNames = {"within", "beyond_budget", "too_few_workers",
                                                     "cannot_be_dealt"};

template <typename T>
std::vector<T> SortedOnce(std::vector<T> values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

// The items of a study and who is asked.
struct Study {
  int num_items;
  const CrowdDescription& crowd;
  const PlanGridOptions& options;
};

std::int64_t HitsOf(const Study& study, double hits_per_item) {
  DesignOptions design = study.options.design;
  design.hits_per_item = hits_per_item;
  return NumHits(study.num_items, design);
}

double PriceOfAssignment(const PlanGridOptions& options) { return options.design.reward * (1 + options.fee); }

bool CrowdGives(const CrowdDescription& crowd, std::int64_t assignments) {
  return crowd.assignments_per_worker == 0 ||
         assignments <= std::int64_t{crowd.workers} * crowd.assignments_per_worker;
}

StudyPlan MakePlan(const Study& study, double hits_per_item, std::int64_t hits, int overlap) {
  const PlanGridOptions& options = study.options;
  StudyPlan plan{.hits_per_item = hits_per_item, .overlap = overlap, .hits = hits};
  plan.assignments = hits * overlap;
  plan.pair_labels = plan.assignments * PairsOf(options.design.items_per_hit);
  const auto assignments = static_cast<double>(plan.assignments);
  plan.cost = assignments * PriceOfAssignment(options);
  plan.working_hours = assignments * SecondsOfAssignment(study.crowd, options) / 3600;
  if (plan.cost > options.budget * kRounding) {
    plan.status = PlanStatus::kBeyondBudget;
  } else if (!CrowdGives(study.crowd, plan.assignments)) {
    plan.status = PlanStatus::kTooFewWorkers;
  }
  return plan;
}

std::vector<int> OverlapsOf(const Study& study) {
  const int workers = study.crowd.workers;
  if (study.options.overlaps.empty()) {
    std::vector<int> overlaps(kOverlaps.begin(), kOverlaps.end());
    if (study.options.coarse) overlaps.assign(kCoarseOverlaps.begin(), kCoarseOverlaps.end());
    std::erase_if(overlaps, [workers](int overlap) { return overlap > workers; });
    return overlaps;
  }
  std::vector<int> overlaps = SortedOnce(study.options.overlaps);
  if (overlaps.back() > workers) {
    throw InputError(fmt::format(
        "--overlap: an overlap of {}, but the crowd has {} workers; every HIT needs as many different ones",
        overlaps.back(), workers));
  }
  return overlaps;
}

// HITs an item, and how many HITs that are.
struct Amount {
  double hits_per_item = 0;
  std::int64_t hits = 0;
};

std::vector<Amount> AmountsOf(const Study& study, int least_overlap) {
  const DesignOptions& design = study.options.design;
  if (design.design == Design::kExhaustive) {
    NameIndex items;
    for (int i = 0; i < study.num_items; ++i) items.Add(std::to_string(i));
    const auto hits = static_cast<std::int64_t>(DealHits(items, design, 1).hits.size());
    return {{static_cast<double>(hits) * design.items_per_hit / study.num_items, hits}};
  }
  std::vector<Amount> amounts;
  if (!study.options.hits_per_item.empty()) {
    for (const double hits_per_item : SortedOnce(study.options.hits_per_item))
      amounts.push_back({hits_per_item, HitsOf(study, hits_per_item)});
    return amounts;
  }
  for (int power = 2; power * least_overlap <= kMostAnswersOfItem; power *= 2) {
    for (const int value : {power, power / 2 * 3}) {
      if (value != power && study.options.coarse) continue;
      const Amount amount{static_cast<double>(value), HitsOf(study, value)};
      const StudyPlan cheapest = MakePlan(study, value, amount.hits, least_overlap);
      const bool first = amounts.empty();
      if (!first && (value * least_overlap > kMostAnswersOfItem || cheapest.status != PlanStatus::kWithin))
        return amounts;
      amounts.push_back(amount);
    }
  }
  return amounts;
}

void RequireOneWithin(const std::vector<StudyPlan>& plans, const PlanGridOptions& options) {
  const auto is_within = [](const StudyPlan& plan) { return plan.status == PlanStatus::kWithin; };
  if (std::ranges::any_of(plans, is_within)) return;
  const StudyPlan& cheapest = *std::ranges::min_element(plans, {}, &StudyPlan::cost);
  if (cheapest.status == PlanStatus::kBeyondBudget) {
    throw InputError(fmt::format(
        "a budget of {:g} is too small: the cheapest plan, {:g} HITs an item with an overlap of {}, "
        "costs {:.2f} ({} assignments); raise it, or ask for less by --hits-per-item, --overlap or "
        "--reward",
        options.budget, cheapest.hits_per_item, cheapest.overlap, cheapest.cost, cheapest.assignments));
  }
  throw InputError(fmt::format(
      "the crowd's workers give too few assignments: the smallest plan needs {}; raise workers or "
      "assignments_per_worker, or ask for less by --hits-per-item or --overlap",
      cheapest.assignments));
}

}  // namespace

std::string PlanStatusName(PlanStatus status) { return kStatusNames[static_cast<std::size_t>(status)]; }

double SecondsOfAssignment(const CrowdDescription& crowd, const PlanGridOptions& options) {
  const double spammers = std::round(crowd.spammer_share * crowd.workers) / crowd.workers;
  const double looking = options.seconds_per_item > 0
                             ? options.seconds_per_item * options.design.items_per_hit
                             : crowd.seconds_mean;
  return (1 - spammers) * looking + spammers * crowd.spammer_seconds_mean;
}

std::vector<StudyPlan> MakePlanGrid(int num_items, const CrowdDescription& crowd,
                                    const PlanGridOptions& options) {
  const Study study{num_items, crowd, options};
  const std::vector<int> overlaps = OverlapsOf(study);
  const std::vector<Amount> amounts = AmountsOf(study, overlaps.front());
  const bool all_chosen = options.hits_per_item.empty() && options.overlaps.empty() &&
                          options.design.design != Design::kExhaustive;
  std::vector<StudyPlan> plans;
  for (const int overlap : overlaps) {
    for (const Amount& amount : amounts) {
      if (all_chosen && amount.hits_per_item * overlap > kMostAnswersOfItem) continue;
      plans.push_back(MakePlan(study, amount.hits_per_item, amount.hits, overlap));
    }
  }
  RequireOneWithin(plans, options);
  return plans;
}

}  // namespace crowdclust
