// The items of a HIT as JSON lines hold them. Shared by the files of HITs and of intruder HITs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/name_index.h"

namespace crowdclust {

// Indices of the names in an array of JSON, new ones added to `all`. Throws InputError, beginning with
// `where`, for an item that is no string, has no name or stands twice.
std::vector<int> HitItemsFromJson(const nlohmann::json& names, const std::string& where, NameIndex* all);

// The names as an array of JSON.
nlohmann::ordered_json HitItemsToJson(const std::vector<int>& items, const NameIndex& all);

}  // namespace crowdclust
