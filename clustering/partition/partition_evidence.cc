#include "clustering/partition/partition_evidence.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/special.h"

namespace crowdclust {
std::vector<int> LabelSizes(std::span<const int> cluster_of_item) {
  std::vector<int> size;
  for (const int cluster : cluster_of_item) {
    if (cluster >= static_cast<int>(size.size())) size.resize(static_cast<std::size_t>(cluster) + 1);
    ++size[static_cast<std::size_t>(cluster)];
  }
  return size;
}

// K log alpha + sum of lnG(n_k) + lnG(alpha) - lnG(alpha + N).
double ProcessEvidence(double concentration, std::span<const int> size_of_cluster) {
  double evidence = LogGamma(concentration);
  double total = concentration;
  for (const int size : size_of_cluster) {
    if (size > 0) evidence += std::log(concentration) + LogGamma(size);
    total += size;
  }
  return evidence - LogGamma(total);
}

double PartitionEvidence(const PartitionLayout& layout, const PartitionPrior& prior,
                         std::span<const int> cluster_of_item) {
  return ProcessEvidence(prior.concentration, LabelSizes(cluster_of_item)) +
         GroupingEvidence(layout, prior.scatter, cluster_of_item);
}

double GroupingEvidence(const PartitionLayout& layout, double scatter, std::span<const int> cluster_of_item) {
  struct Cell {
    int cluster, group;
    double share;
  };
  double evidence = 0;
  const double a = scatter;
  std::vector<Cell> cells;
  for (std::size_t p = 0; p + 1 < layout.first_row.size(); ++p) {
    cells.clear();
    for (auto r = static_cast<std::size_t>(layout.first_row[p]);
         r < static_cast<std::size_t>(layout.first_row[p + 1]); ++r) {
      cells.push_back({cluster_of_item[static_cast<std::size_t>(layout.item_of_row[r])],
                       layout.group_of_row[r], layout.share_of_row[r]});
    }
    std::ranges::sort(cells, [](const Cell& x, const Cell& y) {
      return x.cluster != y.cluster ? x.cluster < y.cluster : x.group < y.group;
    });
    for (std::size_t i = 0; i < cells.size();) {
      std::size_t end_of_cluster = i;
      while (end_of_cluster < cells.size() && cells[end_of_cluster].cluster == cells[i].cluster)
        ++end_of_cluster;
      evidence += LogGamma(a) - LogGamma(a + static_cast<double>(end_of_cluster - i));
      while (i < end_of_cluster) {
        std::size_t end_of_group = i;
        while (end_of_group < end_of_cluster && cells[end_of_group].group == cells[i].group) ++end_of_group;
        evidence += LogGamma(a * cells[i].share + static_cast<double>(end_of_group - i)) -
                    LogGamma(a * cells[i].share);
        i = end_of_group;
      }
    }
  }
  return evidence;
}

}  // namespace crowdclust
