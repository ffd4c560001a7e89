// Who met whom, one item at a time: every pair that met is seen, none is kept.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "answers/answers.h"

namespace crowdclust {

// The assignments that hold each item, by item, ascending.
struct ItemPlaces {
  std::vector<std::int64_t> first;  // N + 1
  std::vector<int> assignment;      // R

  std::span<const int> AssignmentsOf(int item) const {
    const auto i = static_cast<std::size_t>(item);
    return {assignment.data() + first[i], static_cast<std::size_t>(first[i + 1] - first[i])};
  }
};

// O(R); fewer than 2^31 assignments.
ItemPlaces PlaceItems(const Answers& answers);

// One item's meetings with its companions: the items that some assignment holds beside it.
struct ItemMeetings {
  struct Count {
    int seen = 0;  // assignments that hold both
    int same = 0;  // of these, with both in one group
  };
  std::vector<Count> with;     // N; 0 of all that are no companions, and of the item itself
  std::vector<int> companion;  // in order of first meeting
};

ItemMeetings NoMeetings(int num_items);

// Replaces what `meetings` held. O(rows of the item's assignments).
void CountMeetings(const Answers& answers, const ItemPlaces& places, int item, ItemMeetings* meetings);

// Share of all pair labels that say "together"; 0 without pairs. O(R log M).
double ShareTogether(const Answers& answers);

}  // namespace crowdclust
