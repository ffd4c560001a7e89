// clusters.json of `crowdclust aggregate`.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "answers/answers.h"
#include "report/run_summary.h"

namespace crowdclust {

// Every cluster with its figures (ClusterSummary; null where not known), medoid items and words, and the
// clusters' tree in Newick's notation. docs/formats.md shows it.
nlohmann::ordered_json ClustersJson(const Answers& answers, const RunSummary& summary);

}  // namespace crowdclust
