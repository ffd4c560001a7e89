// The currency of every method, metric and report.
#pragma once

#include <span>
#include <vector>

namespace crowdclust {

// Labels of N items: 0..num_clusters-1, the largest cluster first (the one with the lowest item first at a
// tie), no cluster empty.
struct Clustering {
  std::vector<int> cluster_of_item;  // N
  int num_clusters = 0;
};

// Renumbers any labels (equal label, equal cluster) into a Clustering. O(N log N).
Clustering MakeClustering(std::span<const int> label_of_item);

// Items of each cluster, in item order.
std::vector<std::vector<int>> ItemsOfClusters(const Clustering& clustering);

}  // namespace crowdclust
