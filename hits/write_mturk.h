// HITs as a batch for Mechanical Turk's web page.
#pragma once

#include <string>

#include "hits/hit.h"

namespace crowdclust {

// A CSV with a header, a HIT a row: `hit` its name, `images` the items as an array of JSON in one cell,
// `golden` 1 where the groups are known, else empty. The page (mturk_page.h) shows the items alone; the known
// groups are not in it. The array is written in ASCII, and without the letters that mean something in HTML
// and in MTurk's templates, so that it may be put into a page as it is.
std::string MturkBatch(const HitPlan& plan);

}  // namespace crowdclust
