// What a format could not hold of the answers written in it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace crowdclust {

enum class WriteCount {
  kHit,          // assignments whose HIT is not held
  kHitMadeUp,    // that named no HIT where one is needed
  kHitNumbered,  // whose HIT or id is told by pair
  kId,           // whose id is not held
  kIdMadeUp,     // without an id of their own where one is needed
  kSeconds,      // whose seconds are not held
  kSecondsRounded,
  kStatus,
  kGolden,
  kWords,             // whose groups have words that are not held
  kGroupRenamed,      // groups
  kItemWithoutGroup,  // items
  kUser,              // of a worker who has one already, as a further user
  kNoPairs,           // left out: fewer than two items in groups
  kNoTriple,          // left out: not three items with an odd one
  kCount
};

class WriteCounts {
 public:
  void Add(WriteCount what, std::int64_t count = 1) { counts_[static_cast<std::size_t>(what)] += count; }
  std::int64_t Of(WriteCount what) const { return counts_[static_cast<std::size_t>(what)]; }

 private:
  std::array<std::int64_t, static_cast<std::size_t>(WriteCount::kCount)> counts_{};
};

// A line each, ready to print: "not held: the HIT of 120 assignments\n…". Counts of nothing are not said.
std::string DescribeWriteCounts(const WriteCounts& counts);

}  // namespace crowdclust
