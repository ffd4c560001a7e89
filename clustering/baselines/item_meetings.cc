#include "clustering/baselines/item_meetings.h"

#include <algorithm>
#include <numeric>

namespace crowdclust {

ItemPlaces PlaceItems(const Answers& answers) {
  ItemPlaces places;
  places.first.assign(static_cast<std::size_t>(answers.num_items()) + 1, 0);
  for (const int item : answers.item_of_row) ++places.first[static_cast<std::size_t>(item) + 1];
  std::partial_sum(places.first.begin(), places.first.end(), places.first.begin());
  places.assignment.resize(answers.item_of_row.size());
  std::vector<std::int64_t> next(places.first.begin(), places.first.end() - 1);
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    for (const int item : answers.ItemsOf(p)) {
      const std::int64_t at = next[static_cast<std::size_t>(item)]++;
      places.assignment[static_cast<std::size_t>(at)] = static_cast<int>(p);
    }
  }
  return places;
}

ItemMeetings NoMeetings(int num_items) {
  ItemMeetings meetings;
  meetings.with.resize(static_cast<std::size_t>(num_items));
  return meetings;
}

void CountMeetings(const Answers& answers, const ItemPlaces& places, int item, ItemMeetings* meetings) {
  for (const int other : meetings->companion) meetings->with[static_cast<std::size_t>(other)] = {};
  meetings->companion.clear();
  for (const int p : places.AssignmentsOf(item)) {
    const auto items = answers.ItemsOf(p), groups = answers.GroupsOf(p);
    const int group = groups[static_cast<std::size_t>(std::ranges::find(items, item) - items.begin())];
    for (std::size_t k = 0; k < items.size(); ++k) {
      if (items[k] == item) continue;
      ItemMeetings::Count& count = meetings->with[static_cast<std::size_t>(items[k])];
      if (count.seen++ == 0) meetings->companion.push_back(items[k]);
      count.same += groups[k] == group;
    }
  }
}

double ShareTogether(const Answers& answers) {
  std::int64_t seen = 0, same = 0;
  std::vector<int> sorted;
  for (std::int64_t p = 0; p < answers.num_assignments(); ++p) {
    const auto groups = answers.GroupsOf(p);
    seen += PairsOf(answers.RowsOf(p));
    sorted.assign(groups.begin(), groups.end());
    std::ranges::sort(sorted);
    std::int64_t before = 0;  // of the same group
    for (std::size_t k = 1; k < sorted.size(); ++k) {
      before = sorted[k] == sorted[k - 1] ? before + 1 : 0;
      same += before;
    }
  }
  return seen > 0 ? static_cast<double>(same) / static_cast<double>(seen) : 0;
}

}  // namespace crowdclust
