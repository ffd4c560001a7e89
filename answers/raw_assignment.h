// One assignment as a file says it, before any rule.
#pragma once

#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace crowdclust {

// The texts belong to whoever reads the file and must last until the assignment is added to a builder.
struct RawAssignment {
  long long line = 0;             // where it begins
  std::string_view hit{};         // empty where none is named
  std::string_view assignment{};  // empty where none is named
  std::string_view worker{};
  std::string_view status{};                                  // empty where none is said
  bool golden = false;                                        // an answer to a golden, exam or training HIT
  double seconds = std::numeric_limits<double>::quiet_NaN();  // NaN where not known
  std::vector<std::string_view> items{};
  std::vector<std::optional<std::string_view>> groups{};  // of each item; none or empty: put in no group
  // Of each item: what the worker called its group, where `groups` tells them apart by something else. Empty
  // where the groups' texts are what they were called.
  std::vector<std::string_view> words{};
  std::vector<long long> line_of_item{};  // of each item; empty where all stand on `line`
};

}  // namespace crowdclust
