// What `crowdclust intruders score` prints.
#pragma once

#include <string>

#include "intruders/scored_study.h"

namespace crowdclust::tools {

// The study's labels, its precision, tables by cluster and of the pairs found least, what workers and
// positions say, and the advice. Lines, ready to print.
std::string DescribeScore(const ScoredStudies& scored, const ScoredStudy& study);

}  // namespace crowdclust::tools
