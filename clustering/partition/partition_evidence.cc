#include "clustering/partition/partition_evidence.h"

#include <cmath>
#include <vector>

#include "base/special.h"
#include "clustering/partition/cluster_blocks.h"

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

std::vector<double> GroupingEvidence(const PartitionLayout& layout, std::span<const ScatterTables> tables,
                                     std::span<const int> cluster_of_item) {
  std::vector<double> evidence(tables.size());
  std::vector<ClusterCell> cells;
  for (std::size_t p = 0; p + 1 < layout.first_row.size(); ++p) {
    ListCells(layout, p, cluster_of_item, &cells);
    ForEachBlock(cells, [&](std::span<const ClusterCell> block, int items) {
      for (std::size_t t = 0; t < tables.size(); ++t) {
        evidence[t] += tables[t].evidence_of_count[static_cast<std::size_t>(items)];
        for (const ClusterCell& cell : block) evidence[t] += tables[t].EvidenceOfSame(cell.share, cell.count);
      }
    });
  }
  return evidence;
}

double GroupingEvidence(const PartitionLayout& layout, double scatter, std::span<const int> cluster_of_item) {
  const std::vector<ScatterTables> tables = {MakeScatterTables(layout, scatter)};
  return GroupingEvidence(layout, tables, cluster_of_item).front();
}

}  // namespace crowdclust
