// Yes or no in a cell of a table.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crowdclust {

// True for 1, true and yes, false for 0, false and no, in any letter case; none for the rest.
std::optional<bool> ParseYesNo(std::string_view cell);

// What a column `golden` says: as above, and an empty cell is no. Throws InputError for the rest.
bool ParseGolden(std::string_view cell, const std::string& place, long long line);

}  // namespace crowdclust
