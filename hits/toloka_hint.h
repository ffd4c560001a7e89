// What Toloka shows to a worker in training who answered wrongly.
#pragma once

#include <string>

#include "hits/hit.h"

namespace crowdclust {

// The HIT's known groups by the items' positions, from 1: "The right groups: 1, 3; 2, 4, 5; 6. Items are
// counted in the order shown." The HIT is not ordinary.
std::string TolokaHint(const Hit& hit);

}  // namespace crowdclust
