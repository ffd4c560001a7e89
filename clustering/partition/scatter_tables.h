// What the partition model needs of logarithms, by count: counts are small whole numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "clustering/partition/partition_layout.h"

namespace crowdclust {

// For one scatter a. n counts items of a cluster: in an assignment, or in one of its groups of share b.
struct ScatterTables {
  std::vector<double> log_count;          // n up to the largest assignment: log(a + n)
  std::vector<double> evidence_of_count;  // lnG(a) - lnG(a + n)
  std::vector<std::int64_t> first;        // of each of the layout's shares, in the two below
  std::vector<double> log_same;           // n up to the group's size: log(a b + n) - log b
  std::vector<double> evidence_of_same;   // lnG(a b + n) - lnG(a b)

  double LogSame(int share, int n) const {
    return log_same[static_cast<std::size_t>(first[static_cast<std::size_t>(share)] + n)];
  }
  double EvidenceOfSame(int share, int n) const {
    return evidence_of_same[static_cast<std::size_t>(first[static_cast<std::size_t>(share)] + n)];
  }
};

// O(largest assignment + sum of the sizes of all different shares).
ScatterTables MakeScatterTables(const PartitionLayout& layout, double scatter);

}  // namespace crowdclust
