#include "planning/adaptive_hits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/random.h"
#include "clustering/draw_labellings.h"
#include "hits/deal_balanced.h"
#include "hits/design.h"
#include "planning/placement_chances.h"

namespace crowdclust {
namespace {

constexpr double kFirstHitsPerItem = 4;

enum Stream : std::uint64_t { kBeginStream, kNewStream, kWithinStream };

void CheckOptions(int num_items, const AdaptiveOptions& options) {
  CheckDesignOptions(
      num_items,
      {.items_per_hit = options.items_per_hit, .overlap = options.overlap, .reward = options.reward});
  if (options.num_hits < 1) throw InputError(fmt::format("{} HITs; ask for 1 or more", options.num_hits));
}

HitPlan PlanOf(const NameIndex& items, Blocks blocks, const std::string& prefix,
               const AdaptiveOptions& options) {
  Random random(options.seed, kWithinStream);
  for (std::vector<int>& block : blocks) random.Shuffle(&block);
  return {.items = items,
          .hits = NameHits(std::move(blocks), prefix),
          .overlap = options.overlap,
          .reward = options.reward};
}

// The items that may be shown, with their chances, a column each.
struct Shown {
  std::vector<int> items;
  Eigen::MatrixXd chance;
};

Shown ItemsToShow(const NameIndex& items, const StudySoFar& study, const Eigen::MatrixXd& chance,
                  const AdaptiveOptions& options) {
  const double places = static_cast<double>(options.num_hits) * options.items_per_hit;
  const int most_new = static_cast<int>(std::ceil(places * options.new_share));
  Shown shown;
  std::vector<int> seen_as;  // the index in the answers of each item shown, -1 for a new one
  std::vector<int> fresh;
  for (const int item : Random(options.seed, kNewStream).Order(items.size())) {
    const int seen = study.answers.items.Find(items.Name(item));
    if (seen >= 0 || static_cast<int>(fresh.size()) < most_new) {
      shown.items.push_back(item);
      seen_as.push_back(seen);
    }
    if (seen < 0) fresh.push_back(item);
  }
  // A study of few items seen may need more new ones to fill a HIT.
  for (std::size_t f = static_cast<std::size_t>(most_new);
       f < fresh.size() && static_cast<int>(shown.items.size()) < options.items_per_hit; ++f) {
    shown.items.push_back(fresh[f]);
    seen_as.push_back(-1);
  }
  shown.chance.resize(chance.rows(), static_cast<Eigen::Index>(shown.items.size()));
  const Eigen::VectorXd of_new = ChancesOfNewItem(study.clusters);
  for (std::size_t i = 0; i < seen_as.size(); ++i) {
    const auto column = static_cast<Eigen::Index>(i);
    if (seen_as[i] < 0) {
      shown.chance.col(column) = of_new;
    } else {
      shown.chance.col(column) = chance.col(seen_as[i]);
    }
  }
  return shown;
}

}  // namespace

int NumItemsToBegin(int num_items, const AdaptiveOptions& options) {
  const double places = static_cast<double>(options.num_hits) * options.items_per_hit;
  const double core = std::max(std::floor(places / kFirstHitsPerItem), 2.0 * options.items_per_hit);
  return static_cast<int>(std::min(core, static_cast<double>(num_items)));
}

HitPlan FirstHits(const NameIndex& items, const AdaptiveOptions& options) {
  CheckOptions(items.size(), options);
  const std::vector<int> item = Random(options.seed, kBeginStream).Order(items.size());
  Blocks blocks = DealBalanced(NumItemsToBegin(items.size(), options), options.items_per_hit,
                               options.num_hits, options.seed);
  for (std::vector<int>& block : blocks) {
    for (int& at : block) at = item[static_cast<std::size_t>(at)];
  }
  return PlanOf(items, std::move(blocks), options.prefix, options);
}

std::string RoundOf(const Answers& answers) { return fmt::format("a{}-", answers.num_assignments()); }

HitPlan NextHits(const NameIndex& items, const StudySoFar& study, const AdaptiveOptions& options,
                 const std::function<bool(double share)>& go_on) {
  CheckOptions(items.size(), options);
  assert(static_cast<int>(study.clusters.cluster_of_item.size()) == study.answers.num_items());
  std::vector<std::vector<int>> labellings = DrawLabellings(study.answers,
                                                            {.scatter = study.scatter,
                                                             .searches = options.searches,
                                                             .samples = options.samples,
                                                             .seed = options.seed,
                                                             .num_threads = options.num_threads},
                                                            go_on);
  if (labellings.empty()) return {};
  labellings.push_back(study.clusters.cluster_of_item);
  const Shown shown = ItemsToShow(items, study, PlacementChances(study.clusters, labellings), options);
  Blocks blocks = ChooseHits(
      shown.chance,
      {.num_hits = options.num_hits, .items_per_hit = options.items_per_hit, .seed = options.seed});
  for (std::vector<int>& block : blocks) {
    for (int& at : block) at = shown.items[static_cast<std::size_t>(at)];
  }
  return PlanOf(items, std::move(blocks), options.prefix + RoundOf(study.answers), options);
}

}  // namespace crowdclust
