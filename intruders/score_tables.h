// Intruder scores as `crowdclust intruders score` writes them; docs/formats.md shows each file.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "intruders/intruder_hit.h"
#include "intruders/score.h"

namespace crowdclust {

// intruders.tsv, a header and a row for all HITs and for each main cluster: scope (all or cluster),
// main_cluster (empty for all), hits, unanswered, then right, total, share, low and high of each of answers_,
// majority_ and dawid_skene_ (low and high bound Wilson's 95 % interval), chance. A share of nothing is NA.
std::string IntruderClustersTable(const IntruderPlan& plan, const IntruderScore& score);

// intruder_hits.tsv, a row a HIT in the plan's order: hit, main_cluster, intruder_cluster, intruder_position,
// answers, right, majority, majority_tied, majority_right, dawid_skene, dawid_skene_right. Positions count
// from 1; what needs answers is NA without.
std::string IntruderHitsTable(const IntruderPlan& plan, const IntruderScore& score);

// The figures of intruders.tsv as an object: per_hit, chance, dawid_skene_sweeps, unanswered (names), overall
// and clusters. A share of nothing is null.
nlohmann::ordered_json IntruderScoreJson(const IntruderPlan& plan, const IntruderScore& score);

}  // namespace crowdclust
