// What the categories of a study may be, before anything is known of them.
#pragma once

#include <cstdint>

#include "answers/known_labels.h"
#include "base/name_index.h"

namespace crowdclust {

struct CategoryModel {
  int fewest = 8;        // categories, 1 to most
  int most = 8;          // at most as many as items
  double evenness = 10;  // of their sizes, above 0: concentration of a Dirichlet distribution; large is equal
  int second_labels = 4;  // labels that cross the categories, at least 1: what some sort by instead
};

// Draws K, each number of fewest..most as likely; K shares from a symmetric Dirichlet distribution with this
// concentration; and every item's category by these shares, but so that none is empty. The second labels
// likewise, apart from the categories; they may be empty. Columns `category` and `second`. fewest <= most <=
// number of items. Equal seed, equal labels. O(items K).
KnownLabels DrawCategories(const NameIndex& items, const CategoryModel& model, std::uint64_t seed);

}  // namespace crowdclust
