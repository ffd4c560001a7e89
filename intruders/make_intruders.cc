#include "intruders/make_intruders.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/error.h"
#include "base/nearest_name.h"
#include "base/random.h"
#include "intruders/distinct_hits.h"
#include "intruders/hit_drafts.h"
#include "intruders/hit_shares.h"

namespace crowdclust {
namespace {

constexpr int kFewestMain = 2;  // of two items neither is the odd one

// Main cluster c draws from stream 1 + c, pair (c, o) further on; stream 0 is the order's.
std::uint64_t StreamOf(const HitSource& source, bool is_pair) {
  const auto clusters = static_cast<std::uint64_t>(source.items_of_cluster.size());
  const auto main_cluster = static_cast<std::uint64_t>(source.main_cluster);
  if (!is_pair) return 1 + main_cluster;
  return 1 + clusters + main_cluster * clusters +
         static_cast<std::uint64_t>(source.intruder_clusters.front());
}

void DrawDrafts(const HitSource& source, const LabelColumn& clusters, std::int64_t count, Random random,
                std::vector<HitDraft>* drafts) {
  for (const HitContent& content : DrawDistinct(source, count, &random)) {
    HitDraft draft{.items = content.main_items,
                   .main_cluster = source.main_cluster,
                   .other_cluster = clusters.label_of_item[static_cast<std::size_t>(content.intruder)]};
    draft.items.push_back(content.intruder);
    random.Shuffle(&draft.items);
    draft.right_answer =
        static_cast<int>(std::ranges::find(draft.items, content.intruder) - draft.items.begin());
    drafts->push_back(std::move(draft));
  }
}

// The clusters that intruders of the main cluster may come from, a list for each source it has.
std::vector<std::vector<int>> IntruderClusters(int main_cluster, int num_clusters,
                                               const IntruderOptions& options) {
  std::vector<int> others;
  for (int other = 0; other < num_clusters; ++other) {
    if (other != main_cluster) others.push_back(other);
  }
  if (options.choice == IntruderChoice::kNearest) {
    const int nearest = options.nearest[static_cast<std::size_t>(main_cluster)];
    if (nearest >= 0) return {{nearest}};
  }
  if (options.choice != IntruderChoice::kStratified) return {others};
  // Each cluster begins with the one after it, so that what is left over does not go to one intruder cluster.
  std::rotate(others.begin(), others.begin() + main_cluster % std::ssize(others), others.end());
  std::vector<std::vector<int>> single;
  for (const int other : others) single.push_back({other});
  return single;
}

// By rounds: the first of every main cluster, then the second of each, ….
std::vector<HitSource> SourcesOf(const ClusterItems& clusters, const IntruderOptions& options) {
  const auto num_clusters = static_cast<int>(clusters.items.size());
  std::vector<HitSource> sources;
  for (std::size_t round = 0; round == 0 || round + 1 < clusters.items.size(); ++round) {
    for (const int c : clusters.by_size) {
      const auto size = static_cast<int>(clusters.items[static_cast<std::size_t>(c)].size());
      if (size < kFewestMain) continue;
      const std::vector<std::vector<int>> others = IntruderClusters(c, num_clusters, options);
      if (round >= others.size()) continue;
      sources.push_back({.items_of_cluster = clusters.items,
                         .main_cluster = c,
                         .intruder_clusters = others[round],
                         .num_main = std::min(size, options.per_hit - 1)});
    }
  }
  return sources;
}

}  // namespace

std::vector<std::string> IntruderChoiceNames() { return {"uniform", "nearest", "stratified"}; }

IntruderChoice ParseIntruderChoice(const std::string& name) {
  return static_cast<IntruderChoice>(IndexOfName("choice of intruders", name, IntruderChoiceNames()));
}

MadeIntruders MakeIntruders(const NameIndex& items, const LabelColumn& clusters,
                            const IntruderOptions& options, const std::string& place) {
  assert(options.count >= 1 && options.per_hit >= 3 && options.overlap >= 1 && options.reward >= 0);
  const PlanSource plan_source = {items, clusters, options};
  const ClusterItems by_cluster = ItemsOfClusters(clusters, place);
  MadeIntruders made = BeginPlan(plan_source, by_cluster);
  const std::vector<HitSource> sources = SourcesOf(by_cluster, options);
  if (sources.empty())
    throw InputError(place +
                     ": no cluster has two items; an intruder HIT shows two items of one cluster or more");
  const auto name = [&clusters](int cluster) { return clusters.labels.Name(cluster); };
  for (const HitSource& source : sources) {
    const bool told_apart =
        options.choice != IntruderChoice::kUniform && source.intruder_clusters.size() == 1;
    made.shares.push_back(
        {.cluster = name(source.main_cluster),
         .other_cluster = told_apart ? name(source.intruder_clusters.front()) : "",
         .size = static_cast<int>(by_cluster.items[static_cast<std::size_t>(source.main_cluster)].size()),
         .per_hit = source.num_main + 1,
         .distinct = CountDistinct(source)});
  }
  DivideEvenly(options.count, &made.shares);

  std::vector<HitDraft> drafts;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const bool is_pair = options.choice == IntruderChoice::kStratified;
    DrawDrafts(sources[i], clusters, made.shares[i].made, Random(options.seed, StreamOf(sources[i], is_pair)),
               &drafts);
  }
  FinishPlan(plan_source, 'i', std::move(drafts), &made);
  return made;
}

}  // namespace crowdclust
