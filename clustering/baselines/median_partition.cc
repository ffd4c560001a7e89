#include "clustering/baselines/median_partition.h"

#include <algorithm>

namespace crowdclust {

std::int64_t Disagreements(const CoAssociation& co_association, const std::vector<int>& label) {
  std::int64_t twice = 0;
  for (int i = 0; i < co_association.num_items(); ++i) {
    for (const CoAssociation::Meeting& pair : co_association.MeetingsOf(i)) {
      const bool together = label[static_cast<std::size_t>(i)] == label[static_cast<std::size_t>(pair.other)];
      twice += together ? pair.seen - pair.same : pair.same;
    }
  }
  return twice / 2;
}

std::vector<int> ImproveMedianPartition(const CoAssociation& co_association, std::vector<int> start) {
  std::vector<int> label = std::move(start);
  const auto num_labels = static_cast<std::size_t>(*std::ranges::max_element(label)) + 1;
  std::vector<int> size(num_labels);
  for (const int k : label) ++size[static_cast<std::size_t>(k)];
  std::vector<std::int64_t> votes(num_labels);  // together less apart, by label of the other item
  for (bool moved = true; moved;) {
    moved = false;
    for (int i = 0; i < co_association.num_items(); ++i) {
      int& own = label[static_cast<std::size_t>(i)];
      if (size[static_cast<std::size_t>(own)] == 1) continue;
      std::ranges::fill(votes, 0);
      for (const CoAssociation::Meeting& pair : co_association.MeetingsOf(i))
        votes[static_cast<std::size_t>(label[static_cast<std::size_t>(pair.other)])] +=
            2 * pair.same - pair.seen;
      const auto best = std::ranges::max_element(votes) - votes.begin();
      if (votes[static_cast<std::size_t>(best)] <= votes[static_cast<std::size_t>(own)]) continue;
      --size[static_cast<std::size_t>(own)];
      ++size[static_cast<std::size_t>(best)];
      own = static_cast<int>(best);
      moved = true;
    }
  }
  return label;
}

}  // namespace crowdclust
