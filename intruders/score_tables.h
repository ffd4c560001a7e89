// Intruder scores as `crowdclust intruders score` writes them; docs/formats.md shows each file.
#pragma once

#include <string>

#include "intruders/scored_study.h"

namespace crowdclust {

// The labels of the studies' columns come first in every table. What is not known is NA.

// intruders.tsv, a row for all HITs, for each main cluster and for each pair: scope (all, cluster or pair),
// main_cluster, other_cluster (empty where there is none), hits, unanswered, then right, total, share, low
// and high of each of answers_, majority_ and dawid_skene_ (low and high bound Wilson's 95 % interval),
// chance, precision_low, precision_high, design_effect, p_value, p_mid, p_holm, p_shuffled.
std::string IntruderClustersTable(const ScoredStudies& scored);

// intruder_hits.tsv, a row a HIT in the plan's order: hit, main_cluster, other_cluster, right_answer,
// answers, right, share, low, high, chance, p_value, majority, majority_tied, majority_right, dawid_skene,
// dawid_skene_right. Answers count from 1.
std::string IntruderHitsTable(const ScoredStudies& scored);

// intruder_workers.tsv, a row a worker: worker, answers, right, share, low, high, chance, others,
// chance_tail, others_tail, at_chance, golden_answers, golden_right, failed.
std::string IntruderWorkersTable(const ScoredStudies& scored);

// intruder_positions.tsv, a row a position, from 1: position, chosen, intruder, wrong, expected.
std::string IntruderPositionsTable(const ScoredStudies& scored);

}  // namespace crowdclust
