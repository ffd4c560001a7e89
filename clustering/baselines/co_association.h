// How often each two items were put together, of the times they were shown together.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "answers/answers.h"

namespace crowdclust {

// Only pairs that ever met are kept, each from both of its items' side.
struct CoAssociation {
  struct Meeting {
    int other = 0;  // item
    int seen = 0;   // assignments that hold both, at least 1
    int same = 0;   // of these, with both in one group
  };
  std::vector<std::int64_t> first_meeting;  // N + 1
  std::vector<Meeting> meeting;             // by item, by ascending other item
  double base_rate = 0;                     // share of all pair labels that say "together"

  int num_items() const { return static_cast<int>(first_meeting.size()) - 1; }
  std::span<const Meeting> MeetingsOf(int item) const {
    const auto i = static_cast<std::size_t>(item);
    return {meeting.data() + first_meeting[i],
            static_cast<std::size_t>(first_meeting[i + 1] - first_meeting[i])};
  }
  // (same + base rate) / (seen + 1): shrunk to the base rate, which is also the value of a pair never seen.
  double Similarity(const Meeting& pair) const { return (pair.same + base_rate) / (pair.seen + 1); }
};

// O(pairs) time; memory for the pairs that meet, never N x N.
CoAssociation CountCoAssociation(const Answers& answers);

}  // namespace crowdclust
