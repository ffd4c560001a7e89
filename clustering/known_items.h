// The items that the answers tie to others, and which of them hang together.
#pragma once

#include <vector>

#include "answers/answers.h"

namespace crowdclust {

struct KnownItems {
  Answers answers;        // of these items alone, naming no HITs and no words; lone rows are left out
  std::vector<int> item;  // their indices in the answers given, ascending
  std::vector<int> lone;  // the others: never grouped beside another item
  // Items are connected when a chain of assignments leads from one to the other.
  std::vector<int> component;  // of each known item: 0, 1, … in order of first item
  int num_components = 0;
};

// O(rows).
KnownItems SelectKnownItems(const Answers& answers);

}  // namespace crowdclust
