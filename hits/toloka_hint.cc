#include "hits/toloka_hint.h"

#include <vector>

namespace crowdclust {

std::string TolokaHint(const Hit& hit) {
  std::vector<std::string> groups;
  for (std::size_t i = 0; i < hit.known_group.size(); ++i) {
    const auto group = static_cast<std::size_t>(hit.known_group[i]);
    if (group >= groups.size()) groups.resize(group + 1);
    groups[group] += (groups[group].empty() ? "" : ", ") + std::to_string(i + 1);
  }
  std::string text = "The right groups: ";
  for (std::size_t g = 0; g < groups.size(); ++g) text += (g == 0 ? "" : "; ") + groups[g];
  return text + ". Items are counted in the order shown.";
}

}  // namespace crowdclust
