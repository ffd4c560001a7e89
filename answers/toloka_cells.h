// Array cells as Toloka writes them.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/cell_place.h"

namespace crowdclust {

// The array in a cell whose CSV quoting is undone. Toloka writes arrays without the outer brackets and a
// comma inside an object as "\,". Tried in this order, the first that is a JSON array counts: the cell as it
// is; with brackets; with every "\," made "," and brackets; the lenient form with doubled quotes made single,
// all backslashes dropped, and brackets. An empty cell is an empty array. Throws InputError when none is.
nlohmann::json ParseTolokaArray(std::string_view cell, const CellPlace& at);

// INPUT:images: an array of strings. Throws InputError for other elements.
std::vector<std::string> ReadTolokaItems(std::string_view cell, const CellPlace& at);

// OUTPUT:result: an array of {"group": g}, one for each item; g as in GroupText. null and {} are no group;
// other fields beside "group" are passed over. Throws InputError for other elements.
std::vector<std::optional<std::string>> ReadTolokaGroups(std::string_view cell, const CellPlace& at);

}  // namespace crowdclust
