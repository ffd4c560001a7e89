#include "clustering/clustering.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace crowdclust {

Clustering MakeClustering(std::span<const int> label_of_item) {
  std::unordered_map<int, int> first_seen;
  std::vector<int> size;
  for (const int label : label_of_item) {
    const int next = static_cast<int>(size.size());
    const int cluster = first_seen.emplace(label, next).first->second;
    if (cluster == next) size.push_back(0);
    ++size[static_cast<std::size_t>(cluster)];
  }
  std::vector<int> order(size.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::greater<>(),
                           [&size](int k) { return size[static_cast<std::size_t>(k)]; });
  std::vector<int> rank(size.size());
  for (std::size_t k = 0; k < order.size(); ++k)
    rank[static_cast<std::size_t>(order[k])] = static_cast<int>(k);

  Clustering clustering;
  clustering.num_clusters = static_cast<int>(size.size());
  clustering.cluster_of_item.reserve(label_of_item.size());
  for (const int label : label_of_item) {
    clustering.cluster_of_item.push_back(rank[static_cast<std::size_t>(first_seen.at(label))]);
  }
  return clustering;
}

std::vector<std::vector<int>> ItemsOfClusters(const Clustering& clustering) {
  std::vector<std::vector<int>> items(static_cast<std::size_t>(clustering.num_clusters));
  for (std::size_t i = 0; i < clustering.cluster_of_item.size(); ++i) {
    items[static_cast<std::size_t>(clustering.cluster_of_item[i])].push_back(static_cast<int>(i));
  }
  return items;
}

}  // namespace crowdclust
