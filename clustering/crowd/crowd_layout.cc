#include "clustering/crowd/crowd_layout.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/error.h"

namespace crowdclust {
namespace {

// Turns counts per key, at key + 1, into first places.
template <typename Count>
void SumUp(std::vector<Count>* first) {
  std::partial_sum(first->begin(), first->end(), first->begin());
}

void LayAssignments(const Answers& answers, CrowdLayout* layout) {
  layout->slot_of_assignment.push_back(0);
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const std::int64_t rows = answers.RowsOf(p);
    if (rows < 2) continue;
    const std::int64_t stride = (rows + CrowdLayout::kLanes - 1) / CrowdLayout::kLanes * CrowdLayout::kLanes;
    layout->worker_of_assignment.push_back(answers.worker_of_assignment[static_cast<std::size_t>(p)]);
    layout->size_of_assignment.push_back(static_cast<int>(rows));
    layout->num_pairs += PairsOf(rows);
    layout->num_slots += stride;
    layout->slot_of_assignment.push_back(layout->num_slots);
    layout->largest_stride = std::max(layout->largest_stride, static_cast<int>(stride));
    for (const int item : answers.ItemsOf(p)) layout->item_of_slot.push_back(item);
    for (const int group : answers.GroupsOf(p)) layout->group_of_slot.push_back(group);
    layout->item_of_slot.resize(static_cast<std::size_t>(layout->num_slots), -1);
    layout->group_of_slot.resize(static_cast<std::size_t>(layout->num_slots), -1);
  }
  if (layout->worker_of_assignment.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    throw InputError("more than 2^31 assignments");
  }
}

void IndexPlaces(CrowdLayout* layout) {
  std::vector<std::int64_t>& first = layout->first_place_of_item;
  first.assign(static_cast<std::size_t>(layout->num_items) + 1, 0);
  for (const int item : layout->item_of_slot) {
    if (item >= 0) ++first[static_cast<std::size_t>(item) + 1];
  }
  SumUp(&first);
  layout->place.resize(static_cast<std::size_t>(first.back()));
  std::vector<std::int64_t> next(first.begin(), first.end() - 1);
  for (std::size_t p = 0; p < layout->worker_of_assignment.size(); ++p) {
    for (int k = 0; k < layout->size_of_assignment[p]; ++k) {
      const auto slot = static_cast<std::size_t>(layout->slot_of_assignment[p] + k);
      const auto item = static_cast<std::size_t>(layout->item_of_slot[slot]);
      layout->place[static_cast<std::size_t>(next[item]++)] = {static_cast<int>(p), k};
    }
  }
}

void IndexWorkers(CrowdLayout* layout) {
  std::vector<std::int64_t>& first = layout->first_of_worker;
  first.assign(static_cast<std::size_t>(layout->num_workers) + 1, 0);
  for (const int worker : layout->worker_of_assignment) ++first[static_cast<std::size_t>(worker) + 1];
  SumUp(&first);
  layout->assignment_of_worker.resize(layout->worker_of_assignment.size());
  std::vector<std::int64_t> next(first.begin(), first.end() - 1);
  for (std::size_t p = 0; p < layout->worker_of_assignment.size(); ++p) {
    const auto worker = static_cast<std::size_t>(layout->worker_of_assignment[p]);
    layout->assignment_of_worker[static_cast<std::size_t>(next[worker]++)] = static_cast<int>(p);
  }
}

// Greedy colouring: each item takes the first class that none of its companions has.
void ClassItems(CrowdLayout* layout) {
  std::vector<int> class_of_item(static_cast<std::size_t>(layout->num_items), -1);
  std::vector<int> taken_by;  // class -> last item that found it taken
  for (int item = 0; item < layout->num_items; ++item) {
    for (const ItemPlace& at : layout->PlacesOf(item)) {
      const auto p = static_cast<std::size_t>(at.assignment);
      for (std::int64_t s = layout->slot_of_assignment[p]; s < layout->slot_of_assignment[p + 1]; ++s) {
        const int other = layout->item_of_slot[static_cast<std::size_t>(s)];
        if (other < 0 || class_of_item[static_cast<std::size_t>(other)] < 0) continue;
        taken_by[static_cast<std::size_t>(class_of_item[static_cast<std::size_t>(other)])] = item;
      }
    }
    const auto free = std::ranges::find_if(taken_by, [item](int taker) { return taker != item; });
    class_of_item[static_cast<std::size_t>(item)] = static_cast<int>(free - taken_by.begin());
    if (free == taken_by.end()) taken_by.push_back(-1);
  }
  std::vector<std::int64_t>& first = layout->first_of_class;
  first.assign(taken_by.size() + 1, 0);
  for (const int c : class_of_item) ++first[static_cast<std::size_t>(c) + 1];
  SumUp(&first);
  layout->item_in_class.resize(static_cast<std::size_t>(layout->num_items));
  std::vector<std::int64_t> next(first.begin(), first.end() - 1);
  for (int item = 0; item < layout->num_items; ++item) {
    const auto c = static_cast<std::size_t>(class_of_item[static_cast<std::size_t>(item)]);
    layout->item_in_class[static_cast<std::size_t>(next[c]++)] = item;
  }
}

}  // namespace

CrowdLayout MakeCrowdLayout(const Answers& answers) {
  CrowdLayout layout;
  layout.num_items = answers.num_items();
  layout.num_workers = answers.num_workers();
  LayAssignments(answers, &layout);
  IndexPlaces(&layout);
  IndexWorkers(&layout);
  ClassItems(&layout);
  return layout;
}

}  // namespace crowdclust
