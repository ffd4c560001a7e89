// JSON piece by piece, where a tree of it would cost more than the text.
#pragma once

#include <string>
#include <string_view>

namespace crowdclust {

// Appends the string in quotes. `text` is UTF-8.
void AppendJsonString(std::string_view text, std::string* written);

}  // namespace crowdclust
