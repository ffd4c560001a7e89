// Texts in HTML and XML.
#pragma once

#include <string>
#include <string_view>

namespace crowdclust {

// The text as it may stand in an element or in a quoted attribute of HTML and XML, of which it then is the
// exact content: & < > " ' tab and line ends are written as references. The text must hold no other control
// characters, for which XML has no way. O(text).
std::string EscapeMarkup(std::string_view text);

}  // namespace crowdclust
