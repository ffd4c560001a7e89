#include "intruders/make_intruders.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <numeric>
#include <utility>

#include "base/error.h"
#include "base/random.h"
#include "intruders/distinct_hits.h"

namespace crowdclust {
namespace {

constexpr std::uint64_t kOrderStream = 0;  // main cluster c draws from stream 1 + c

std::vector<std::vector<int>> ItemsOfLabels(const LabelColumn& clusters) {
  std::vector<std::vector<int>> items(static_cast<std::size_t>(clusters.labels.size()));
  for (std::size_t item = 0; item < clusters.label_of_item.size(); ++item) {
    items[static_cast<std::size_t>(clusters.label_of_item[item])].push_back(static_cast<int>(item));
  }
  return items;
}

// Evenly, the first ones one more; what a cluster cannot make goes round again among those that can.
void DivideEvenly(std::int64_t count, std::vector<MainClusterShare>* shares) {
  std::vector<MainClusterShare*> open;
  for (MainClusterShare& share : *shares) open.push_back(&share);
  std::int64_t left = count;
  for (bool first = true; left > 0 && !open.empty(); first = false) {
    const auto takers = static_cast<std::int64_t>(open.size());
    const std::int64_t each = left / takers;
    std::int64_t rest = left % takers;
    for (MainClusterShare* share : open) {
      const std::int64_t wanted = each + (rest-- > 0 ? 1 : 0);
      if (first) share->share = wanted;
      const std::int64_t given = std::min(wanted, share->distinct - share->made);
      share->made += given;
      left -= given;
    }
    std::erase_if(open, [](const MainClusterShare* share) { return share->made == share->distinct; });
  }
}

// A HIT in terms of the clustering's own items and labels.
struct Draft {
  std::vector<int> items;  // in the order shown
  int main_cluster = 0;
  int intruder = 0;
};

std::vector<Draft> DrawDrafts(const HitSource& source, std::int64_t count, std::uint64_t seed) {
  Random random(seed, 1 + static_cast<std::uint64_t>(source.main_cluster));
  std::vector<Draft> drafts;
  for (const HitContent& content : DrawDistinct(source, count, &random)) {
    Draft draft{
        .items = content.main_items, .main_cluster = source.main_cluster, .intruder = content.intruder};
    draft.items.push_back(content.intruder);
    random.Shuffle(&draft.items);
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

void AddHits(const std::vector<Draft>& drafts, const NameIndex& items, const LabelColumn& clusters,
             IntruderPlan* plan) {
  const std::size_t digits = std::max<std::size_t>(3, std::to_string(drafts.size()).size());
  for (const Draft& draft : drafts) {
    IntruderHit hit;
    hit.name = fmt::format("i{:0{}}", plan->hits.size() + 1, digits);
    for (const int item : draft.items) hit.items.push_back(plan->items.Add(items.Name(item)));
    const int intruder_cluster = clusters.label_of_item[static_cast<std::size_t>(draft.intruder)];
    hit.main_cluster = plan->clusters.Add(clusters.labels.Name(draft.main_cluster));
    hit.intruder_cluster = plan->clusters.Add(clusters.labels.Name(intruder_cluster));
    hit.intruder_position =
        static_cast<int>(std::ranges::find(draft.items, draft.intruder) - draft.items.begin());
    plan->hits.push_back(std::move(hit));
  }
}

[[noreturn]] void ThrowNoneLargeEnough(const SmallCluster& largest, int num_main, const std::string& place) {
  throw InputError(fmt::format(
      "{}: no cluster has the {} items of one cluster that a HIT of {} shows; the largest, '{}', has {}; "
      "show fewer items a HIT",
      place, num_main, num_main + 1, largest.cluster, largest.size));
}

// Cluster indices, the largest cluster first.
std::vector<int> BySize(const std::vector<std::vector<int>>& items_of_cluster) {
  std::vector<int> order(items_of_cluster.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](int c) { return items_of_cluster[static_cast<std::size_t>(c)].size(); });
  return order;
}

}  // namespace

MadeIntruders MakeIntruders(const NameIndex& items, const LabelColumn& clusters,
                            const IntruderOptions& options, const std::string& place) {
  assert(options.count >= 1 && options.per_hit >= 3 && options.overlap >= 1 && options.reward >= 0);
  const std::vector<std::vector<int>> items_of_cluster = ItemsOfLabels(clusters);
  if (items_of_cluster.size() < 2) {
    throw InputError(
        fmt::format("{}: one cluster only ('{}'); an intruder comes from another, so give two or more", place,
                    clusters.labels.Name(0)));
  }
  MadeIntruders made;
  made.asked = made.shortfall = options.count;
  const int num_main = options.per_hit - 1;
  std::vector<HitSource> sources;
  for (const int c : BySize(items_of_cluster)) {
    const auto size = static_cast<int>(items_of_cluster[static_cast<std::size_t>(c)].size());
    if (size < num_main) {
      made.too_small.push_back({.cluster = clusters.labels.Name(c), .size = size});
      continue;
    }
    sources.push_back({.items_of_cluster = items_of_cluster, .main_cluster = c, .num_main = num_main});
    made.main_clusters.push_back(
        {.cluster = clusters.labels.Name(c), .size = size, .distinct = CountDistinct(sources.back())});
  }
  if (sources.empty()) ThrowNoneLargeEnough(made.too_small.front(), num_main, place);
  DivideEvenly(options.count, &made.main_clusters);

  std::vector<Draft> drafts;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    std::ranges::move(DrawDrafts(sources[i], made.main_clusters[i].made, options.seed),
                      std::back_inserter(drafts));
  }
  made.shortfall -= static_cast<std::int64_t>(drafts.size());
  Random(options.seed, kOrderStream).Shuffle(&drafts);
  made.plan.overlap = options.overlap;
  made.plan.reward = options.reward;
  AddHits(drafts, items, clusters, &made.plan);
  return made;
}

}  // namespace crowdclust
