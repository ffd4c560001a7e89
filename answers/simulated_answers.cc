#include "answers/simulated_answers.h"

#include <algorithm>
#include <map>
#include <utility>

#include "answers/item_kinds.h"

namespace crowdclust {
namespace {

std::vector<int> GroupAtRandom(std::size_t num_items, Random* random) {
  const int num_groups = 2 + random->Below(4);
  std::vector<int> group(num_items);
  for (int& g : group) g = random->Below(num_groups);
  return group;
}

// Groups 0, 1, … in order of first appearance; -1 stays.
std::vector<int> Renumbered(const std::vector<int>& group) {
  std::map<int, int> number_of_group;
  std::vector<int> numbers;
  for (const int g : group) {
    numbers.push_back(
        g < 0 ? g : number_of_group.emplace(g, static_cast<int>(number_of_group.size())).first->second);
  }
  return numbers;
}

// By the labels seen; each item goes wrong with the worker's own chance, to one of the HIT's other labels or
// alone into a new group (a new one only where the item has others of its label beside it).
std::vector<int> GroupByView(const SimulatedWorker& worker, const ShownItems& items,
                             const CrowdDescription& crowd, Random* random) {
  const double hard_noise = std::max(worker.noise, crowd.hard_item_noise);
  std::vector<int> seen;
  for (const int item : items.known) seen.push_back(worker.label_of_item[static_cast<std::size_t>(item)]);
  seen = Renumbered(seen);
  const int num_groups = seen.empty() ? 0 : *std::ranges::max_element(seen) + 1;
  int next_new = num_groups;
  std::vector<int> group = seen;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const bool hard = !items.hard.empty() && items.hard[i] != 0;
    if (!random->Chance(hard ? hard_noise : worker.noise)) continue;
    const bool alone = std::ranges::count(seen, seen[i]) == 1;
    const int choices = alone ? num_groups - 1 : num_groups;
    if (choices == 0) continue;
    const int chosen = random->Below(choices);
    if (chosen == num_groups - 1) {
      group[i] = next_new++;
    } else {
      group[i] = chosen < seen[i] ? chosen : chosen + 1;
    }
  }
  return group;
}

}  // namespace

std::vector<int> GroupItems(const SimulatedWorker& worker, const ShownItems& items,
                            const CrowdDescription& crowd, Random* random) {
  std::vector<int> group = worker.kind == WorkerKind::kSpammer ? GroupAtRandom(items.known.size(), random)
                                                               : GroupByView(worker, items, crowd, random);
  for (int& g : group) {
    if (random->Chance(crowd.skip_share)) g = -1;
  }
  return Renumbered(group);
}

SimulatedAnswers SimulateAnswers(const HitPlan& plan, const KnownLabels& known, const CrowdDescription& crowd,
                                 std::uint64_t seed) {
  const ItemKinds kinds = FindItemKinds(known);
  const std::vector<int> known_of_item = KnownIndices(plan.items, known.items);
  const std::vector<LabelColumn>& columns = kinds.first_items.columns;
  const LabelColumn* second = columns.size() > 1 ? &columns[1] : nullptr;
  SimulatedAnswers answers{.workers = MakeWorkers(crowd, columns[0], second, seed), .assignments = {}};
  const auto workers_of_hit = DealAssignments(static_cast<int>(plan.hits.size()), plan.overlap, crowd, seed);
  const std::vector<char> is_hard = DrawHardItems(known.items.size(), crowd, seed);
  Random random(seed, kAnswerStream);
  for (std::size_t h = 0; h < plan.hits.size(); ++h) {
    ShownItems items;
    for (const int item : plan.hits[h].items) {
      const auto at = static_cast<std::size_t>(known_of_item[static_cast<std::size_t>(item)]);
      items.known.push_back(kinds.kind_of_item[at]);
      items.hard.push_back(is_hard[at]);
    }
    for (const int w : workers_of_hit[h]) {
      const SimulatedWorker& worker = answers.workers[static_cast<std::size_t>(w)];
      std::vector<int> group = GroupItems(worker, items, crowd, &random);
      answers.assignments.push_back({.hit = static_cast<int>(h),
                                     .worker = w,
                                     .group = std::move(group),
                                     .seconds = DrawSeconds(worker, crowd, &random)});
    }
  }
  return answers;
}

}  // namespace crowdclust
