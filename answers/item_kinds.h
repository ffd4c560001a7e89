// Known items that nobody can tell apart.
#pragma once

#include <vector>

#include "answers/known_labels.h"
#include "base/name_index.h"

namespace crowdclust {

// Items with equal labels in the first two columns are of one kind: every simulated worker sees them alike.
struct ItemKinds {
  KnownLabels first_items;        // the first item of each kind, in order of the items; the first two columns
  std::vector<int> kind_of_item;  // of each known item: an index into first_items
};

// O(items log kinds).
ItemKinds FindItemKinds(const KnownLabels& known);

// The kind of each of `items`. Throws InputError as KnownIndices does.
std::vector<int> KindsOf(const NameIndex& items, const KnownLabels& known, const ItemKinds& kinds);

}  // namespace crowdclust
