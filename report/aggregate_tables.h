// The tables that `crowdclust aggregate` writes, as text; docs/formats.md shows each.
#pragma once

#include <string>

#include "answers/answers.h"
#include "clustering/pipeline.h"

namespace crowdclust {

// clusters.tsv: item, cluster, probability; by cluster, the most probable item first.
std::string ClustersTable(const Answers& answers, const PipelineResult& result);

// workers.tsv: worker, assignments, pairs, bias, agreement; in order of first appearance. NA where not known.
std::string WorkersTable(const Answers& answers, const PipelineResult& result);

// sweeps.tsv: restart (from 1), sweep (from 1), bound.
std::string SweepsTable(const PipelineResult& result);

// positions.tsv: item, x1..xD, var1..varD; in order of first appearance.
std::string PositionsTable(const Answers& answers, const PipelineResult& result);

}  // namespace crowdclust
