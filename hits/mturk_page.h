// The page that workers of Mechanical Turk see.
#pragma once

#include <string>

namespace crowdclust {

// A template with the variable ${images}, the items as an array of JSON (see write_mturk.h). Workers press
// items and then the group that they belong to, by mouse, touch or keys; pictures (see IsPictureName) are
// shown, all else is text. It submits the field `groups`, an array of JSON with a group 1, 2, … for each item
// in the order of `images`, and not before every item has one. It needs no script but crowd-form's own.
std::string MturkPage();

}  // namespace crowdclust
