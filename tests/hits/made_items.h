// Items to deal.
#pragma once

#include <string>

#include "base/name_index.h"

namespace crowdclust::testing {

// 0.png, 1.png, …
inline NameIndex MakeItems(int count) {
  NameIndex items;
  for (int i = 0; i < count; ++i) items.Add(std::to_string(i) + ".png");
  return items;
}

}  // namespace crowdclust::testing
