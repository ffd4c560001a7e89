#include "base/name_index.h"

namespace crowdclust {

int NameIndex::Add(std::string_view name) {
  if (const auto found = index_.find(name); found != index_.end()) return found->second;
  const int index = size();
  names_.emplace_back(name);
  index_.emplace(names_.back(), index);
  return index;
}

int NameIndex::Find(std::string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? -1 : found->second;
}

}  // namespace crowdclust
