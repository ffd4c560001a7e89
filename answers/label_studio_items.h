// The items of a Label Studio task.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace crowdclust {

// The field of a task's data that holds its items, what its List shows: `items`, else the only array whose
// elements are objects with `id`. `where` is for messages. Throws InputError where there is none or several.
std::string LabelStudioItemsField(const nlohmann::json& data, const std::string& where);

// The ids of these items, in the order shown. Throws InputError for what is no array of objects with a string
// `id`.
std::vector<std::string> LabelStudioItems(const nlohmann::json& data, const std::string& field,
                                          const std::string& where);

}  // namespace crowdclust
