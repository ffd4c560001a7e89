#include "hits/coverage.h"

#include <algorithm>
#include <vector>

#include "hits/blocks.h"
#include "hits/meeting_graph.h"
#include "hits/meetings.h"

namespace crowdclust {
namespace {

constexpr double kGapTolerance = 1e-4;

// The items of the ordinary HITs, without a gap where an item stands in HITs with known groups alone.
Blocks OrdinaryBlocks(const HitPlan& plan, int* num_items) {
  const auto size = static_cast<std::size_t>(plan.items.size());
  std::vector<char> ordinary(size, 0), known(size, 0);
  for (const Hit& hit : plan.hits) {
    std::vector<char>& in = hit.kind == HitKind::kOrdinary ? ordinary : known;
    for (const int item : hit.items) in[static_cast<std::size_t>(item)] = 1;
  }
  std::vector<int> index(size, -1);
  *num_items = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (ordinary[i] != 0 || known[i] == 0) index[i] = (*num_items)++;
  }
  Blocks blocks;
  for (const Hit& hit : plan.hits) {
    if (hit.kind != HitKind::kOrdinary) continue;
    blocks.emplace_back();
    for (const int item : hit.items) blocks.back().push_back(index[static_cast<std::size_t>(item)]);
  }
  return blocks;
}

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
  int num_items = 0;
  const Blocks blocks = OrdinaryBlocks(plan, &num_items);
  const Meetings meetings = MeetingsOf(num_items, blocks);
  Coverage coverage;
  coverage.items = num_items;
  coverage.hits = static_cast<std::int64_t>(blocks.size());
  coverage.assignments = coverage.hits * plan.overlap;
  coverage.pair_labels = meetings.meetings * plan.overlap;
  coverage.known_hits = static_cast<std::int64_t>(plan.hits.size()) - coverage.hits;
  coverage.known_assignments = coverage.known_hits * plan.overlap;
  coverage.reward_total =
      static_cast<double>(coverage.assignments + coverage.known_assignments) * plan.reward;
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
