#include "clustering/partition/scatter_tables.h"

#include <algorithm>
#include <cmath>

#include "base/special.h"

namespace crowdclust {

ScatterTables MakeScatterTables(const PartitionLayout& layout, double scatter) {
  const double a = scatter;
  ScatterTables tables;
  int largest = 0;
  for (const GroupShare& share : layout.shares) largest = std::max(largest, share.items);
  for (int n = 0; n <= largest; ++n) {
    tables.log_count.push_back(std::log(a + n));
    tables.evidence_of_count.push_back(LogGamma(a) - LogGamma(a + n));
  }
  for (const GroupShare& share : layout.shares) {
    tables.first.push_back(static_cast<std::int64_t>(tables.log_same.size()));
    const double b = share.value();
    for (int n = 0; n <= share.size; ++n) {
      tables.log_same.push_back(std::log(a * b + n) - std::log(b));
      tables.evidence_of_same.push_back(LogGamma(a * b + n) - LogGamma(a * b));
    }
  }
  return tables;
}

}  // namespace crowdclust
