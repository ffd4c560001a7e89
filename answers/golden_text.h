// Whether a text marks a golden HIT. Shared by the formats in which data beside the items say so.
#pragma once

#include <string_view>

namespace crowdclust {

// True for any text but white space, 0 and false, in any letter case.
bool SaysGolden(std::string_view text);

}  // namespace crowdclust
