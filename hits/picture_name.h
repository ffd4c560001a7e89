// Which items are pictures, going by their names.
#pragma once

#include <string_view>

namespace crowdclust {

// An address ("https://…", "//…", "data:image/…") or a name that ends like a picture's file (".png", in any
// letter case). All else is shown as text. The page for Mechanical Turk says the same in JavaScript.
bool IsPictureName(std::string_view item);

}  // namespace crowdclust
