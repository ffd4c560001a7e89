#include "answers/named_groups.h"

#include <algorithm>

namespace crowdclust {
namespace {

bool Has(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

const NamedGroups& GroupNamer::Name(const RawAssignment& raw) {
  groups_.group_of_item.clear();
  groups_.names.clear();
  groups_.rows = 0;
  group_of_text_.clear();
  for (std::size_t i = 0; i < raw.items.size(); ++i) {
    if (!raw.groups[i] || raw.groups[i]->empty()) {
      groups_.group_of_item.push_back(-1);
      continue;
    }
    const std::string_view text = *raw.groups[i];
    const auto [found, is_new] = group_of_text_.emplace(text, groups_.num_groups());
    groups_.group_of_item.push_back(found->second);
    ++groups_.rows;
    if (!is_new) continue;
    std::string name(raw.words.empty() || raw.words[i].empty() ? text : raw.words[i]);
    // Texts differ; only what groups are called may not.
    if (!raw.words.empty() && Has(groups_.names, name)) {
      int number = 2;
      while (Has(groups_.names, name + " " + std::to_string(number))) ++number;
      name += " " + std::to_string(number);
    }
    groups_.names.push_back(std::move(name));
  }
  return groups_;
}

std::int64_t AvoidNames(std::span<const std::string_view> reserved, std::vector<std::string>* names) {
  std::int64_t changed = 0;
  for (std::string& name : *names) {
    if (std::ranges::find(reserved, name) == reserved.end()) continue;
    std::string other = name + ' ';
    while (Has(*names, other)) other += ' ';
    name = std::move(other);
    ++changed;
  }
  return changed;
}

}  // namespace crowdclust
