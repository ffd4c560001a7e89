// Intruder scores as JSON: intruders.json, which docs/formats.md describes.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "intruders/scored_study.h"

namespace crowdclust {

// Everything but the tables of HITs and workers, as an object; of studies told apart by columns
// {"studies": [{"labels": {"model": "a"}, …}, …]}. Shares and p-values that are not known are null.
nlohmann::ordered_json IntruderScoreJson(const ScoredStudies& scored);

}  // namespace crowdclust
