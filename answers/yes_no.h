// Yes or no in a cell of a table.
#pragma once

#include <optional>
#include <string_view>

namespace crowdclust {

// True for 1, true and yes, false for 0, false and no, in any letter case; none for the rest.
std::optional<bool> ParseYesNo(std::string_view cell);

}  // namespace crowdclust
