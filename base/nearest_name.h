// "Unknown column 'itme'; did you mean 'item'?"
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace crowdclust {

// Fewest insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`
// (optimal string alignment). O(|a| |b|).
int EditDistance(std::string_view a, std::string_view b);

// The candidate nearest to `name` (letter case ignored), the first one at a tie; empty without candidates.
std::string NearestName(std::string_view name, std::span<const std::string> candidates);

// The candidates as "a, b, c", for messages.
std::string JoinNames(std::span<const std::string> names);

}  // namespace crowdclust
