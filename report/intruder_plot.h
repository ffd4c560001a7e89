// intruders.svg: precision of the clusters, or of several studies, with intervals and chance.
#pragma once

#include <string>

#include "intruders/scored_study.h"

namespace crowdclust {

// Of one study a row for each cluster (the 60 least sure where there are more) and one for all; of several a
// row for each study. Twins: the pairs too.
std::string IntruderPlotSvg(const ScoredStudies& scored);

}  // namespace crowdclust
