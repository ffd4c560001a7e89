#include "hits/coverage.h"

#include <algorithm>
#include <vector>

#include "hits/blocks.h"
#include "hits/meeting_graph.h"
#include "hits/meetings.h"

namespace crowdclust {
namespace {

constexpr double kGapTolerance = 1e-4;

void CountHitsOfItems(int num_items, const Blocks& blocks, Coverage* coverage) {
  if (num_items == 0) return;
  std::vector<std::int64_t> hits_of_item(static_cast<std::size_t>(num_items));
  for (const std::vector<int>& block : blocks) {
    for (const int item : block) ++hits_of_item[static_cast<std::size_t>(item)];
  }
  const auto [fewest, most] = std::ranges::minmax(hits_of_item);
  coverage->fewest_hits_of_item = fewest;
  coverage->most_hits_of_item = most;
}

}  // namespace

Coverage CoverageOf(const HitPlan& plan) {
  const int num_items = plan.items.size();
  const Blocks blocks = BlocksOf(plan);
  const Meetings meetings = MeetingsOf(num_items, blocks);
  Coverage coverage;
  coverage.hits = static_cast<std::int64_t>(plan.hits.size());
  coverage.assignments = coverage.hits * plan.overlap;
  coverage.pair_labels = meetings.meetings * plan.overlap;
  coverage.reward_total = static_cast<double>(coverage.assignments) * plan.reward;
  CountHitsOfItems(num_items, blocks, &coverage);
  const double pairs = 0.5 * num_items * (num_items - 1.0);
  if (pairs > 0) coverage.pairs_met_share = static_cast<double>(meetings.pairs_met) / pairs;
  coverage.most_meetings_of_pair = meetings.most_of_pair;
  coverage.uneven_meetings = meetings.uneven;
  coverage.components = NumComponents(num_items, blocks);
  coverage.spectral_gap = SpectralGap(num_items, blocks, kGapTolerance);
  return coverage;
}

}  // namespace crowdclust
