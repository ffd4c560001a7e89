// Cells of JSON in Mechanical Turk's batch results.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/cell_place.h"

namespace crowdclust {

// Input.images: a JSON array of strings; an empty cell is an empty array. Throws InputError for the rest.
std::vector<std::string> ReadMturkItems(std::string_view cell, const CellPlace& at);

// Answer.groups: a JSON array with a group for each item, as in GroupText; an empty cell is an empty array.
// Throws InputError for the rest.
std::vector<std::optional<std::string>> ReadMturkGroups(std::string_view cell, const CellPlace& at);

// Answer.taskAnswers, as a crowd-form posts it: an array of one object, whose field `groups` is that array or
// a string that holds it; other fields are passed over. An empty cell is an empty array. Throws InputError
// for the rest.
std::vector<std::optional<std::string>> ReadMturkTaskAnswers(std::string_view cell, const CellPlace& at);

}  // namespace crowdclust
