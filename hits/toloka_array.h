// Arrays in Toloka's tables.
#pragma once

#include <span>
#include <string>

#include "base/name_index.h"

namespace crowdclust {

// Appends an element, in JSON, to the cell of an array as Toloka takes it: without the outer brackets, a
// comma inside an element as "\,".
void AppendTolokaElement(const std::string& element, std::string* cell);

// The cell of the items' names.
std::string TolokaItemsCell(std::span<const int> items, const NameIndex& names);

}  // namespace crowdclust
