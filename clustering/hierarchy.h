// The clusters' own tree: which of them workers merge most readily, and at what level a worker works.
#pragma once

#include <string>
#include <vector>

#include "answers/answers.h"
#include "clustering/block_model.h"
#include "clustering/clustering.h"
#include "clustering/tree/cluster_tree.h"

namespace crowdclust {

// Average linkage of the clusters by the chance that a worker puts their items together: heights are one less
// that chance. K leaves.
ClusterTree LinkByTogetherness(const BlockModel& blocks);

// The tree in Newick's notation with branch lengths, leaves named "cluster0", "cluster1", …
std::string Newick(const ClusterTree& tree);

// For each worker the number of clusters, 1 to K, at which the cut of the tree agrees best with the worker's
// groups (adjusted for chance, summed over assignments; the coarser at a tie); 0 where nothing can be said.
// One cluster is the level of who put everything together. O(K (A + J) + rows).
std::vector<int> LevelsOfWorkers(const Answers& answers, const Clustering& clustering,
                                 const ClusterTree& tree);

}  // namespace crowdclust
