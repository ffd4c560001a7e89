// The tables that `crowdclust aggregate` writes, as text; docs/formats.md shows each. NA where not known.
#pragma once

#include <string>

#include "answers/answers.h"
#include "report/run_summary.h"

namespace crowdclust {

// clusters.tsv: item, cluster, probability, second_cluster, second_probability, stability; by cluster, the
// item that lies most surely first.
std::string ClustersTable(const Answers& answers, const RunSummary& summary);

// ambiguous.tsv: the items that lie least surely, worst first: item, cluster, second_cluster, margin (nats),
// probability, second_probability, and the share of its pair labels that put it together with items of each
// of the two. A tenth of the items (at least ten, where there are as many), and all with a margin below 3.
std::string AmbiguousTable(const Answers& answers, const RunSummary& summary);

// workers.tsv: see WorkerSummary; in order of first appearance.
std::string WorkersTable(const Answers& answers, const RunSummary& summary);

// worker_views.tsv: for every worker and pair of clusters that the worker saw: pairs, together, the chance
// that this worker puts the two clusters together, that of workers in general, and whether the worker merges
// them (a chance above one half).
std::string WorkerViewsTable(const Answers& answers, const RunSummary& summary);

// tree.tsv: the merges of the clusters' tree: merge, first, second, node, togetherness, clusters left.
std::string TreeTable(const RunSummary& summary);

// levels.tsv: item and its label at 2, 3, … K clusters of the clusters' tree.
std::string LevelsTable(const Answers& answers, const RunSummary& summary);

// sweeps.tsv: restart (from 1), sweep (from 1), bound.
std::string SweepsTable(const PipelineResult& result);

// positions.tsv: item, x1..xD, var1..varD of the best restart; in order of first appearance. Header alone
// where the method fits no positions.
std::string PositionsTable(const Answers& answers, const PipelineResult& result);

}  // namespace crowdclust
