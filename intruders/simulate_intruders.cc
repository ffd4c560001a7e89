#include "intruders/simulate_intruders.h"

#include <algorithm>
#include <map>
#include <vector>

#include "answers/item_kinds.h"

namespace crowdclust {

int ChooseIntruder(const SimulatedWorker& worker, std::span<const int> items, Random* random) {
  const auto num_items = static_cast<int>(items.size());
  if (worker.kind == WorkerKind::kSpammer) return random->Below(num_items);
  std::vector<int> label;
  for (const int item : items) label.push_back(worker.label_of_item[static_cast<std::size_t>(item)]);
  std::vector<std::ptrdiff_t> times;
  for (const int seen : label) times.push_back(std::ranges::count(label, seen));
  const std::ptrdiff_t fewest = std::ranges::min(times);
  std::vector<int> odd;
  for (int at = 0; at < num_items; ++at) {
    if (times[static_cast<std::size_t>(at)] == fewest) odd.push_back(at);
  }
  const int found = odd[static_cast<std::size_t>(random->Below(static_cast<int>(odd.size())))];
  if (!random->Chance(worker.noise)) return found;
  const int other = random->Below(num_items - 1);
  return other < found ? other : other + 1;
}

int CountGroups(const SimulatedWorker& worker, std::span<const int> items, Random* random) {
  if (worker.kind == WorkerKind::kSpammer) return random->Below(2);
  std::map<int, int> times;
  for (const int item : items) ++times[worker.label_of_item[static_cast<std::size_t>(item)]];
  int most = 0, second = 0;
  for (const auto& [label, count] : times) {
    second = std::max(second, std::min(most, count));
    most = std::max(most, count);
  }
  const int seen = 4 * second >= static_cast<int>(items.size()) ? 1 : 0;
  return random->Chance(worker.noise) ? 1 - seen : seen;
}

IntruderAnswers SimulateIntruders(const IntruderPlan& plan, const KnownLabels& known,
                                  const CrowdDescription& crowd, std::uint64_t seed) {
  const ItemKinds kinds = FindItemKinds(known);
  const std::vector<int> kind_of_item = KindsOf(plan.items, known, kinds);
  const std::vector<LabelColumn>& columns = kinds.first_items.columns;
  const LabelColumn* second = columns.size() > 1 ? &columns[1] : nullptr;
  const std::vector<SimulatedWorker> workers = MakeWorkers(crowd, columns[0], second, seed);
  const auto workers_of_hit = DealAssignments(plan.num_hits(), plan.overlap, crowd, seed);
  Random random(seed, kFirstFreeStream);
  IntruderAnswers answers;
  for (int h = 0; h < plan.num_hits(); ++h) {
    std::vector<int> items;
    for (const int item : plan.hits[static_cast<std::size_t>(h)].items) {
      items.push_back(kind_of_item[static_cast<std::size_t>(item)]);
    }
    for (const int w : workers_of_hit[static_cast<std::size_t>(h)]) {
      const SimulatedWorker& worker = workers[static_cast<std::size_t>(w)];
      answers.hit_of_row.push_back(h);
      answers.worker_of_row.push_back(answers.workers.Add(worker.name));
      answers.answer_of_row.push_back(plan.question == IntruderQuestion::kTwins
                                          ? CountGroups(worker, items, &random)
                                          : ChooseIntruder(worker, items, &random));
      answers.seconds.push_back(DrawSeconds(worker, crowd, &random));
    }
  }
  return answers;
}

}  // namespace crowdclust
