// "Unknown column 'itme'; did you mean 'item'?"
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace crowdclust {

// Fewest insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`
// (optimal string alignment). O(|a| |b|).
int EditDistance(std::string_view a, std::string_view b);

// The candidate nearest to `name` (letter case ignored), the first one at a tie; empty without candidates.
std::string NearestName(std::string_view name, std::span<const std::string> candidates);

// The place of `name` among the candidates. Throws InputError where it is none of them:
// "no method 'magic'; nearest is 'majority' (methods: auto, crowd, …)" for the kind "method".
std::size_t IndexOfName(const std::string& kind, std::string_view name,
                        std::span<const std::string> candidates);

// The candidates as "a, b, c", for messages.
std::string JoinNames(std::span<const std::string> names);

}  // namespace crowdclust
