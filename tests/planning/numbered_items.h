// Items to plan with.
#pragma once

#include <string>

#include "base/name_index.h"

namespace crowdclust::testing {

// i0, i1, …
inline NameIndex NumberedItems(int count) {
  NameIndex items;
  for (int i = 0; i < count; ++i) items.Add(std::string("i").append(std::to_string(i)));
  return items;
}

}  // namespace crowdclust::testing
