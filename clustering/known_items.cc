#include "clustering/known_items.h"

#include <numeric>

namespace crowdclust {
namespace {

int Root(std::vector<int>* parent, int item) {
  int& above = (*parent)[static_cast<std::size_t>(item)];
  while (above != (*parent)[static_cast<std::size_t>(above)])
    above = (*parent)[static_cast<std::size_t>(above)];
  return above;
}

// Every known item's component.
void FindComponents(KnownItems* known) {
  std::vector<int> parent(known->item.size());
  std::iota(parent.begin(), parent.end(), 0);
  for (std::int64_t p = 0; p < known->answers.num_assignments(); ++p) {
    const auto items = known->answers.ItemsOf(p);
    for (const int item : items) {
      const int a = Root(&parent, items.front()), b = Root(&parent, item);
      parent[static_cast<std::size_t>(a < b ? b : a)] = a < b ? a : b;
    }
  }
  std::vector<int> number(parent.size(), -1);
  for (std::size_t i = 0; i < parent.size(); ++i) {
    int& own = number[static_cast<std::size_t>(Root(&parent, static_cast<int>(i)))];
    if (own < 0) own = known->num_components++;
    known->component.push_back(own);
  }
}

}  // namespace

KnownItems SelectKnownItems(const Answers& answers) {
  KnownItems known;
  std::vector<bool> beside(static_cast<std::size_t>(answers.num_items()));
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    if (answers.RowsOf(p) < 2) continue;
    for (const int item : answers.ItemsOf(p)) beside[static_cast<std::size_t>(item)] = true;
  }
  std::vector<int> index(beside.size(), -1);
  for (int item = 0; item < answers.num_items(); ++item) {
    if (!beside[static_cast<std::size_t>(item)]) {
      known.lone.push_back(item);
      continue;
    }
    index[static_cast<std::size_t>(item)] = known.answers.items.Add(answers.items.Name(item));
    known.item.push_back(item);
  }
  known.answers.workers = answers.workers;
  known.answers.item_of_row.reserve(answers.item_of_row.size());
  known.answers.group_of_row.reserve(answers.group_of_row.size());
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto at = static_cast<std::size_t>(p);
    if (answers.RowsOf(p) >= 2) {
      for (const int item : answers.ItemsOf(p))
        known.answers.item_of_row.push_back(index[static_cast<std::size_t>(item)]);
      for (const int group : answers.GroupsOf(p)) known.answers.group_of_row.push_back(group);
    }
    known.answers.worker_of_assignment.push_back(answers.worker_of_assignment[at]);
    known.answers.hit_of_assignment.push_back(-1);
    known.answers.seconds.push_back(answers.seconds[at]);
    known.answers.first_row.push_back(known.answers.num_rows());
  }
  FindComponents(&known);
  return known;
}

}  // namespace crowdclust
