#include "planning/plan_figures.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.h"
#include "base/random.h"
#include "hits/blocks.h"
#include "hits/meeting_graph.h"
#include "hits/meetings.h"
#include "planning/study_hits.h"

namespace crowdclust {
namespace {

constexpr double kMostDeals = 200;
constexpr double kMostRowsDealt = 5e6;  // of all deals of a cheap design
constexpr double kMostMeetingsCounted = 4e8;
constexpr double kMostConnectedRows = 1e4;  // the search for a large gap takes two seconds then
constexpr double kMostBalancedSteps = 3e8;  // N V^2 M^2 of DealEvenly, two seconds
constexpr double kFewBalancedRows = 500;    // up to so many, five deals take a second or two
constexpr std::uint64_t kDealStream = 0x6465616c;

// How many deals the figures are made from.
int DealsOf(int num_items, const DesignOptions& design) {
  const double rows = num_items * design.hits_per_item;
  const double meetings = rows * design.items_per_hit;
  switch (design.design) {
    case Design::kRandom:
    case Design::kKernel:
      return static_cast<int>(std::clamp(std::floor(kMostRowsDealt / rows), 1.0, kMostDeals));
    case Design::kBalanced:
      if (meetings * design.hits_per_item * design.items_per_hit > kMostBalancedSteps) return 0;
      return rows <= kFewBalancedRows ? 5 : 1;
    case Design::kConnected:
      return rows <= kMostConnectedRows ? 1 : 0;
    case Design::kExhaustive:
      break;
  }
  return 1;
}

double MeetingsOfAPair(int num_items, const DesignOptions& design) {
  const double m = design.items_per_hit, n = num_items;
  return NumHits(num_items, design) * m * (m - 1) / (n * (n - 1));
}

// Every item pair is as likely to meet in a HIT; or no two meet twice before all have met.
double ExpectedShare(int num_items, const DesignOptions& design) {
  const double meetings = MeetingsOfAPair(num_items, design);
  return IsDealtAnew(design.design) ? -std::expm1(-meetings) : std::min(meetings, 1.0);
}

// Without dealing: M - 1 items more a HIT, after the first.
bool CanConnect(int num_items, const DesignOptions& design) {
  return std::int64_t{NumHits(num_items, design)} * (design.items_per_hit - 1) >= num_items - 1;
}

void CountPairs(int num_items, const Blocks& blocks, PlanFigures* figures) {
  const double pairs = 0.5 * num_items * (num_items - 1.0);
  figures->pairs_met_share = static_cast<double>(MeetingsOf(num_items, blocks).pairs_met) / pairs;
  figures->counted = true;
}

}  // namespace

double PlanFigures::ConnectedShare() const {
  if (always_connected) return 1;
  return deals > 0 ? static_cast<double>(connected) / deals : std::numeric_limits<double>::quiet_NaN();
}

PlanFigures FiguresOf(const NameIndex& items, const DesignOptions& design, std::uint64_t seed) {
  const int num_items = items.size();
  NumHits(num_items, design);  // its errors are not those of a design
  PlanFigures figures;
  figures.always_connected = design.design == Design::kConnected || design.design == Design::kExhaustive;
  if (design.design == Design::kConnected && !CanConnect(num_items, design)) {
    figures.can_be_dealt = false;
    return figures;
  }
  const int deals = DealsOf(num_items, design);
  const bool count = num_items * design.hits_per_item * design.items_per_hit <= kMostMeetingsCounted;
  for (int d = 0; d < deals; ++d) {
    const std::uint64_t deal_seed =
        d == 0 ? seed : Random(seed, kDealStream + static_cast<std::uint64_t>(d)).Next();
    Blocks blocks;
    try {
      blocks = BlocksOf(DealHits(items, design, deal_seed));
    } catch (const InputError&) {  // options are in range: the design itself refuses
      figures.can_be_dealt = false;
      return figures;
    }
    ++figures.deals;
    if (NumComponents(num_items, blocks) == 1) ++figures.connected;
    if (d > 0) continue;
    if (count) CountPairs(num_items, blocks, &figures);
    if (!IsDealtAnew(design.design)) figures.first_deal = std::move(blocks);
  }
  if (!figures.counted) figures.pairs_met_share = ExpectedShare(num_items, design);
  return figures;
}

}  // namespace crowdclust
