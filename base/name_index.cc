#include "base/name_index.h"

#include <functional>

namespace crowdclust {

int NameIndex::Add(std::string_view name) {
  const auto same = [&](int index) { return names_[static_cast<std::size_t>(index)] == name; };
  const int index = slots_.FindOrAdd(std::hash<std::string_view>{}(name), size(), same);
  if (index == size()) names_.emplace_back(name);
  return index;
}

int NameIndex::Find(std::string_view name) const {
  const auto same = [&](int index) { return names_[static_cast<std::size_t>(index)] == name; };
  return slots_.Find(std::hash<std::string_view>{}(name), same);
}

}  // namespace crowdclust
