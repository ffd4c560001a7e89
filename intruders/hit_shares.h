// How many HITs each part of a clustering gets.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "answers/known_labels.h"
#include "intruders/make_intruders.h"

namespace crowdclust {

struct ClusterItems {
  std::vector<std::vector<int>> items;  // of each label, ascending
  std::vector<int> by_size;             // labels, the largest first, the earlier at a tie
};

// Throws InputError, naming `place`, for one cluster only.
ClusterItems ItemsOfClusters(const LabelColumn& clusters, const std::string& place);

// Sets share and made: evenly, the first ones one more; what one cannot make (see HitShare::distinct) goes
// round again among those that can. count >= 0.
void DivideEvenly(std::int64_t count, std::vector<HitShare>* shares);

}  // namespace crowdclust
