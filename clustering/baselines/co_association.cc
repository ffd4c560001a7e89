#include "clustering/baselines/co_association.h"

#include <algorithm>
#include <numeric>

namespace crowdclust {
namespace {

// Places of every item: its rows, by item.
struct Places {
  std::vector<std::int64_t> first;       // N + 1
  std::vector<std::int64_t> assignment;  // by item
  std::vector<int> group;                // by item
};

Places PlaceAll(const Answers& answers) {
  Places places;
  places.first.assign(static_cast<std::size_t>(answers.num_items()) + 1, 0);
  for (const int item : answers.item_of_row) ++places.first[static_cast<std::size_t>(item) + 1];
  std::partial_sum(places.first.begin(), places.first.end(), places.first.begin());
  places.assignment.resize(answers.item_of_row.size());
  places.group.resize(answers.item_of_row.size());
  std::vector<std::int64_t> next(places.first.begin(), places.first.end() - 1);
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    for (std::size_t k = 0; k < items.size(); ++k) {
      const auto at = static_cast<std::size_t>(next[static_cast<std::size_t>(items[k])]++);
      places.assignment[at] = p;
      places.group[at] = groups[k];
    }
  }
  return places;
}

}  // namespace

CoAssociation CountCoAssociation(const Answers& answers) {
  const Places places = PlaceAll(answers);
  const auto count = static_cast<std::size_t>(answers.num_items());
  CoAssociation found;
  found.first_meeting.push_back(0);
  std::vector<int> seen(count), same(count), met;
  std::int64_t all_seen = 0, all_same = 0;
  for (std::size_t i = 0; i < count; ++i) {
    met.clear();
    for (auto at = static_cast<std::size_t>(places.first[i]);
         at < static_cast<std::size_t>(places.first[i + 1]); ++at) {
      const auto items = answers.ItemsOf(places.assignment[at]),
                 groups = answers.GroupsOf(places.assignment[at]);
      for (std::size_t k = 0; k < items.size(); ++k) {
        const auto other = static_cast<std::size_t>(items[k]);
        if (other == i) continue;
        if (seen[other]++ == 0) met.push_back(items[k]);
        same[other] += groups[k] == places.group[at];
      }
    }
    std::ranges::sort(met);
    for (const int item : met) {
      const auto other = static_cast<std::size_t>(item);
      found.meeting.push_back({item, seen[other], same[other]});
      all_seen += seen[other];
      all_same += same[other];
      seen[other] = same[other] = 0;
    }
    found.first_meeting.push_back(static_cast<std::int64_t>(found.meeting.size()));
  }
  if (all_seen > 0) found.base_rate = static_cast<double>(all_same) / static_cast<double>(all_seen);
  return found;
}

}  // namespace crowdclust
