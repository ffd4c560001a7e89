#include "hits/coverage.h"

#include <algorithm>
#include <vector>

namespace crowdclust {
namespace {

std::vector<std::vector<std::int64_t>> HitsOfItems(const HitPlan& plan) {
  std::vector<std::vector<std::int64_t>> hits_of_item(static_cast<std::size_t>(plan.items.size()));
  for (std::size_t h = 0; h < plan.hits.size(); ++h) {
    for (const int item : plan.hits[h].items) {
      hits_of_item[static_cast<std::size_t>(item)].push_back(static_cast<std::int64_t>(h));
    }
  }
  return hits_of_item;
}

// Pairs of items that are together in at least one HIT: each item marks those after it that it meets.
std::int64_t PairsMet(const HitPlan& plan, const std::vector<std::vector<std::int64_t>>& hits_of_item) {
  std::vector<int> marked_by(hits_of_item.size(), -1);
  std::int64_t met = 0;
  for (int item = 0; item < plan.items.size(); ++item) {
    for (const std::int64_t hit : hits_of_item[static_cast<std::size_t>(item)]) {
      for (const int other : plan.hits[static_cast<std::size_t>(hit)].items) {
        int& mark = marked_by[static_cast<std::size_t>(other)];
        if (other <= item || mark == item) continue;
        mark = item;
        ++met;
      }
    }
  }
  return met;
}

}  // namespace

Coverage CoverageOf(const HitPlan& plan) {
  Coverage coverage;
  coverage.hits = static_cast<std::int64_t>(plan.hits.size());
  coverage.assignments = coverage.hits * plan.overlap;
  coverage.reward_total = static_cast<double>(coverage.assignments) * plan.reward;
  for (const Hit& hit : plan.hits) {
    const auto items = static_cast<std::int64_t>(hit.items.size());
    coverage.pair_labels += items * (items - 1) / 2 * plan.overlap;
  }
  const auto hits_of_item = HitsOfItems(plan);
  if (!hits_of_item.empty()) {
    const auto [fewest, most] = std::ranges::minmax_element(
        hits_of_item, {}, [](const std::vector<std::int64_t>& hits) { return hits.size(); });
    coverage.fewest_hits_of_item = static_cast<std::int64_t>(fewest->size());
    coverage.most_hits_of_item = static_cast<std::int64_t>(most->size());
  }
  const double items = plan.items.size();
  if (items >= 2) {
    coverage.pairs_met_share = static_cast<double>(PairsMet(plan, hits_of_item)) / (items * (items - 1) / 2);
  }
  return coverage;
}

}  // namespace crowdclust
