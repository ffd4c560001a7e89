// What people are shown.
#pragma once

#include <string>
#include <vector>

#include "base/name_index.h"

namespace crowdclust {

// Items shown together; indices into the plan's items.
struct Hit {
  std::string name;
  std::vector<int> items;  // M, no item twice, in the order shown
};

// A set of HITs over N items, each to be answered by `overlap` workers for `reward` an assignment.
struct HitPlan {
  NameIndex items;
  std::vector<Hit> hits;
  int overlap = 1;
  double reward = 0;
};

}  // namespace crowdclust
