#include "base/nearest_name.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "base/error.h"
#include "base/lower_case.h"

namespace crowdclust {

int EditDistance(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<int> before(width), last(width), row(width);
  for (std::size_t j = 0; j < width; ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j < width; ++j) {
      const int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::string NearestName(std::string_view name, std::span<const std::string> candidates) {
  std::string nearest;
  int least = std::numeric_limits<int>::max();
  const std::string wanted = LowerCase(name);
  for (const std::string& candidate : candidates) {
    const int distance = EditDistance(wanted, LowerCase(candidate));
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string JoinNames(std::span<const std::string> names) {
  std::string joined;
  for (const std::string& name : names) {
    if (!joined.empty()) joined += ", ";
    joined += name;
  }
  return joined;
}

std::size_t IndexOfName(const std::string& kind, std::string_view name,
                        std::span<const std::string> candidates) {
  const auto found = std::ranges::find(candidates, name);
  if (found == candidates.end()) {
    throw InputError("no " + kind + " '" + std::string(name) + "'; nearest is '" +
                     NearestName(name, candidates) + "' (" + kind + "s: " + JoinNames(candidates) + ")");
  }
  return static_cast<std::size_t>(found - candidates.begin());
}

}  // namespace crowdclust
