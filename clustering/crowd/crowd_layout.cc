#include "clustering/crowd/crowd_layout.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/error.h"
#include "base/huge_pages.h"

namespace crowdclust {
namespace {

// Turns counts per key, at key + 1, into first places.
template <typename Count>
void SumUp(std::vector<Count>* first) {
  std::partial_sum(first->begin(), first->end(), first->begin());
}

void LayAssignments(const Answers& answers, CrowdLayout* layout) {
  const auto with_slack = static_cast<std::size_t>(answers.num_rows()) + CrowdLayout::kSlack;
  ReserveHuge(with_slack, &layout->item_of_row);
  ReserveHuge(with_slack, &layout->group_of_row);
  layout->row_of_assignment.push_back(0);
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const std::int64_t rows = answers.RowsOf(p);
    if (rows < 2) continue;
    layout->worker_of_assignment.push_back(answers.worker_of_assignment[static_cast<std::size_t>(p)]);
    layout->num_pairs += PairsOf(rows);
    for (const int item : answers.ItemsOf(p)) layout->item_of_row.push_back(item);
    for (const int group : answers.GroupsOf(p)) layout->group_of_row.push_back(group);
    layout->row_of_assignment.push_back(static_cast<std::int64_t>(layout->item_of_row.size()));
  }
  layout->num_rows = layout->row_of_assignment.back();
  layout->item_of_row.insert(layout->item_of_row.end(), CrowdLayout::kSlack, -1);
  layout->group_of_row.insert(layout->group_of_row.end(), CrowdLayout::kSlack, -1);
  if (layout->worker_of_assignment.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    throw InputError("more than 2^31 assignments");
  }
}

// Sorts places by `key_of` (0..num_keys-1), stably; `first` gets the first of every key.
template <typename KeyOf>
std::vector<ItemPlace> SortPlaces(const std::vector<ItemPlace>& places, int num_keys, const KeyOf& key_of,
                                  std::vector<std::int64_t>* first) {
  first->assign(static_cast<std::size_t>(num_keys) + 1, 0);
  for (const ItemPlace& at : places) ++(*first)[static_cast<std::size_t>(key_of(at)) + 1];
  SumUp(first);
  std::vector<std::int64_t> next(first->begin(), first->end() - 1);
  std::vector<ItemPlace> sorted;
  ReserveHuge(places.size(), &sorted);
  sorted.resize(places.size());
  for (const ItemPlace& at : places)
    sorted[static_cast<std::size_t>(next[static_cast<std::size_t>(key_of(at))]++)] = at;
  return sorted;
}

void IndexPlaces(CrowdLayout* layout) {
  std::vector<ItemPlace> places;
  places.reserve(static_cast<std::size_t>(layout->num_rows));
  for (std::size_t p = 0; p < layout->worker_of_assignment.size(); ++p) {
    const auto size = static_cast<int>(layout->row_of_assignment[p + 1] - layout->row_of_assignment[p]);
    for (int k = 0; k < size; ++k) places.push_back({static_cast<int>(p), k});
  }
  const auto item_at = [layout](const ItemPlace& at) { return layout->ItemAt(at); };
  const auto worker_at = [layout](const ItemPlace& at) { return layout->WorkerAt(at); };
  std::vector<std::int64_t> scratch;
  places = SortPlaces(places, layout->num_workers, worker_at, &scratch);
  layout->place = SortPlaces(places, layout->num_items, item_at, &layout->first_place_of_item);
  layout->place_of_worker =
      SortPlaces(layout->place, layout->num_workers, worker_at, &layout->first_place_of_worker);
}

// Greedy colouring: each item takes the first class that none of its companions has.
void ClassItems(CrowdLayout* layout) {
  std::vector<int> class_of_item(static_cast<std::size_t>(layout->num_items), -1);
  std::vector<int> taken_by;  // class -> last item that found it taken
  for (int item = 0; item < layout->num_items; ++item) {
    for (const ItemPlace& at : layout->PlacesOf(item)) {
      const auto p = static_cast<std::size_t>(at.assignment);
      for (std::int64_t r = layout->row_of_assignment[p]; r < layout->row_of_assignment[p + 1]; ++r) {
        const int other = layout->item_of_row[static_cast<std::size_t>(r)];
        if (class_of_item[static_cast<std::size_t>(other)] < 0) continue;
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
  ClassItems(&layout);
  return layout;
}

CrowdLayout PooledLayout(CrowdLayout layout) {
  std::ranges::fill(layout.worker_of_assignment, 0);
  layout.num_workers = 1;
  IndexPlaces(&layout);
  return layout;
}

}  // namespace crowdclust
