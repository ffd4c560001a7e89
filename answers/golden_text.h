// Whether a text marks an answer to a golden HIT.
#pragma once

#include <string>
#include <string_view>

namespace crowdclust {

// Of data beside the items, as people write it: true for any text but white space, 0 and false, in any letter
// case.
bool SaysGolden(std::string_view text);

// Of a table's own column `golden`: ParseYesNo, and an empty cell is no. Throws InputError for the rest.
bool ParseGolden(std::string_view cell, const std::string& place, long long line);

}  // namespace crowdclust
