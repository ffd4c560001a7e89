#include "intruders/hit_drafts.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/random.h"

namespace crowdclust {
namespace {

constexpr std::uint64_t kOrderStream = 0;    // drafts are drawn from others
constexpr std::size_t kFewestOfCluster = 2;  // of a cluster in a HIT
constexpr std::size_t kFewestDigits = 3;

}  // namespace

MadeIntruders BeginPlan(const PlanSource& source, const ClusterItems& by_cluster) {
  MadeIntruders made;
  made.asked = source.options.count;
  made.plan.overlap = source.options.overlap;
  made.plan.reward = source.options.reward;
  for (const int c : by_cluster.by_size) {
    const std::size_t size = by_cluster.items[static_cast<std::size_t>(c)].size();
    if (size < kFewestOfCluster)
      made.too_small.push_back({.cluster = source.clusters.labels.Name(c), .size = static_cast<int>(size)});
  }
  return made;
}

void FinishPlan(const PlanSource& source, char letter, std::vector<HitDraft> drafts, MadeIntruders* made) {
  made->shortfall = made->asked - std::ssize(drafts);
  Random(source.options.seed, kOrderStream).Shuffle(&drafts);
  IntruderPlan& plan = made->plan;
  const std::size_t digits = std::max(kFewestDigits, std::to_string(drafts.size()).size());
  for (const HitDraft& draft : drafts) {
    IntruderHit hit;
    hit.name = fmt::format("{}{:0{}}", letter, plan.hits.size() + 1, digits);
    for (const int item : draft.items) hit.items.push_back(plan.items.Add(source.items.Name(item)));
    hit.main_cluster = plan.clusters.Add(source.clusters.labels.Name(draft.main_cluster));
    hit.other_cluster = plan.clusters.Add(source.clusters.labels.Name(draft.other_cluster));
    hit.right_answer = draft.right_answer;
    plan.hits.push_back(std::move(hit));
  }
}

}  // namespace crowdclust
