// Which columns of a long table stand for what, as the user says it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "answers/answers_text.h"

namespace crowdclust {

// A text such as "worker=annotator": the index of its key among `keys`, and the column. Throws InputError,
// which names --map, for a text that is no such pair and for a key that is not among them (the nearest
// named).
std::pair<std::size_t, std::string> SplitMapEntry(const std::string& entry,
                                                  std::span<const std::string> keys);

// From texts such as "worker=annotator". Throws InputError for a text that is no such pair, a key that is
// unknown (the nearest named) and a key twice.
ColumnMap ParseColumnMap(std::span<const std::string> entries);

// Key and column of each that has another name, always in the same order.
std::vector<std::pair<std::string, std::string>> MappedColumns(const ColumnMap& map);

}  // namespace crowdclust
