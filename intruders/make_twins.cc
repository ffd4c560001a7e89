#include "intruders/make_twins.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/random.h"
#include "intruders/distinct_hits.h"
#include "intruders/hit_drafts.h"
#include "intruders/hit_shares.h"

namespace crowdclust {
namespace {

constexpr int kFewest = 2;       // items of a cluster in a HIT
constexpr int kFewestAlone = 3;  // items of a HIT of one cluster

// HITs of two clusters, or of one twice.
struct TwinSource {
  int first = 0;
  int second = 0;
  std::pair<int, int> parts;  // items of each; of one cluster the second is 0
};

const std::vector<int>& ItemsOf(const ClusterItems& clusters, int cluster) {
  return clusters.items[static_cast<std::size_t>(cluster)];
}

std::vector<TwinSource> TwinSourcesOf(const ClusterItems& clusters, int per_hit) {
  std::vector<TwinSource> sources;
  const std::vector<int>& order = clusters.by_size;
  for (std::size_t a = 0; a < order.size(); ++a) {
    const auto size = static_cast<int>(ItemsOf(clusters, order[a]).size());
    if (size >= kFewestAlone) sources.push_back({order[a], order[a], {std::min(size, per_hit), 0}});
    for (std::size_t b = a + 1; b < order.size(); ++b) {
      const auto other = static_cast<int>(ItemsOf(clusters, order[b]).size());
      if (size < kFewest || other < kFewest) continue;
      const int half = per_hit / 2;
      sources.push_back({order[a], order[b], {std::min(size, per_hit - half), std::min(other, half)}});
    }
  }
  return sources;
}

std::int64_t CountDistinctTwins(const ClusterItems& clusters, const TwinSource& source) {
  const auto choices = [&clusters](int cluster, int part, std::int64_t times) {
    return BinomialTimes(std::ssize(ItemsOf(clusters, cluster)), part, times);
  };
  return choices(source.first, source.parts.first, choices(source.second, source.parts.second, 1));
}

// The first `count` of a random order of the cluster's items.
void Draw(const std::vector<int>& cluster, int count, Random* random, std::vector<int>* items) {
  std::vector<int> order = random->Order(static_cast<int>(cluster.size()));
  for (int i = 0; i < count; ++i)
    items->push_back(cluster[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])]);
}

void DrawTwins(const ClusterItems& clusters, const TwinSource& source, std::int64_t count, Random random,
               std::vector<HitDraft>* drafts) {
  std::set<std::vector<int>> seen;
  while (std::ssize(seen) < count) {
    HitDraft draft{.items = {},
                   .main_cluster = source.first,
                   .other_cluster = source.second,
                   .right_answer = source.first == source.second ? 0 : 1};
    Draw(ItemsOf(clusters, source.first), source.parts.first, &random, &draft.items);
    Draw(ItemsOf(clusters, source.second), source.parts.second, &random, &draft.items);
    std::vector<int> content = draft.items;
    std::ranges::sort(content);
    if (!seen.insert(std::move(content)).second) continue;
    random.Shuffle(&draft.items);
    drafts->push_back(std::move(draft));
  }
}

}  // namespace

MadeIntruders MakeTwins(const NameIndex& items, const LabelColumn& clusters, const IntruderOptions& options,
                        const std::string& place) {
  assert(options.count >= 1 && options.per_hit >= 4);
  const ClusterItems by_cluster = ItemsOfClusters(clusters, place);
  const std::vector<TwinSource> sources = TwinSourcesOf(by_cluster, options.per_hit);
  const auto is_pair = [](const TwinSource& source) { return source.first != source.second; };
  if (std::ranges::none_of(sources, is_pair))
    throw InputError(place + ": fewer than two clusters of two items; twins show two items of each or more");
  const PlanSource plan_source = {items, clusters, options};
  MadeIntruders made = BeginPlan(plan_source, by_cluster);
  made.plan.question = IntruderQuestion::kTwins;
  const auto name = [&clusters](int cluster) { return clusters.labels.Name(cluster); };
  for (const TwinSource& source : sources) {
    made.shares.push_back({.cluster = name(source.first),
                           .other_cluster = name(source.second),
                           .size = static_cast<int>(ItemsOf(by_cluster, source.first).size()),
                           .per_hit = source.parts.first + source.parts.second,
                           .distinct = CountDistinctTwins(by_cluster, source)});
  }
  DivideEvenly(options.count, &made.shares);
  std::vector<HitDraft> drafts;
  for (std::size_t i = 0; i < sources.size(); ++i)  // from stream 1 + i; stream 0 is the order's
    DrawTwins(by_cluster, sources[i], made.shares[i].made, Random(options.seed, 1 + i), &drafts);
  FinishPlan(plan_source, 't', std::move(drafts), &made);
  return made;
}

}  // namespace crowdclust
