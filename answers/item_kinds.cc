#include "answers/item_kinds.h"

#include <algorithm>
#include <map>
#include <utility>

#include "answers/simulated_crowd.h"

namespace crowdclust {

ItemKinds FindItemKinds(const KnownLabels& known) {
  const std::size_t num_columns = std::min<std::size_t>(known.columns.size(), 2);
  ItemKinds kinds;
  for (std::size_t c = 0; c < num_columns; ++c) {
    const LabelColumn& column = known.columns[c];
    kinds.first_items.columns.push_back({.name = column.name, .labels = column.labels, .label_of_item = {}});
  }
  std::map<std::pair<int, int>, int> kind_of_labels;
  for (int item = 0; item < known.items.size(); ++item) {
    const auto label = [&](std::size_t column) {
      return known.columns[column].label_of_item[static_cast<std::size_t>(item)];
    };
    const auto [found, is_new] = kind_of_labels.emplace(std::pair(label(0), num_columns > 1 ? label(1) : 0),
                                                        kinds.first_items.items.size());
    kinds.kind_of_item.push_back(found->second);
    if (!is_new) continue;
    kinds.first_items.items.Add(known.items.Name(item));
    for (std::size_t c = 0; c < num_columns; ++c) {
      kinds.first_items.columns[c].label_of_item.push_back(label(c));
    }
  }
  return kinds;
}

std::vector<int> KindsOf(const NameIndex& items, const KnownLabels& known, const ItemKinds& kinds) {
  std::vector<int> kind = KnownIndices(items, known.items);
  for (int& k : kind) k = kinds.kind_of_item[static_cast<std::size_t>(k)];
  return kind;
}

}  // namespace crowdclust
