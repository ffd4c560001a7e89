// The name of a group in JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace crowdclust {

// A string as it is, a number as text (2, 2.0 and "2" are one group), null and "" as none. Throws InputError
// "where is true; a group is a number, a string or null" for the rest; `where` is place and element.
std::optional<std::string> GroupText(const nlohmann::json& group, const std::string& where);

}  // namespace crowdclust
