// The groups of one assignment with the names that they are written under.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "answers/raw_assignment.h"

namespace crowdclust {

struct NamedGroups {
  std::vector<int> group_of_item;  // 0, 1, … in order of first appearance; -1 for none
  std::vector<std::string> names;  // of each group, all different: what it is called, else its text
  std::int64_t rows = 0;           // items in groups

  int num_groups() const { return static_cast<int>(names.size()); }

  // The name of an item's group; empty for none.
  std::string_view NameOf(std::size_t item) const {
    const int group = group_of_item[item];
    return group < 0 ? std::string_view() : std::string_view(names[static_cast<std::size_t>(group)]);
  }
};

// Finds the groups of assignments one after the other.
class GroupNamer {
 public:
  // Those of an assignment that the rules take. A name that an earlier group of it has is followed by " 2",
  // " 3", …, the first that is free. Valid until the next call. O(items).
  const NamedGroups& Name(const RawAssignment& raw);

 private:
  NamedGroups groups_;
  std::unordered_map<std::string_view, int> group_of_text_;
};

// Puts spaces behind the names that are among those `reserved` by a format, so that they are others and, but
// for white space, the same. Returns how many were changed.
std::int64_t AvoidNames(std::span<const std::string_view> reserved, std::vector<std::string>* names);

}  // namespace crowdclust
