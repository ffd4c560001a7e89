#include "metrics/purity.h"

#include <algorithm>

namespace crowdclust {

double Purity(const Contingency& table) {
  if (table.num_items == 0) return 1;
  std::int64_t right = 0;
  for (int row = 0; row < table.num_rows; ++row) right += std::ranges::max(table.Row(row));
  return static_cast<double>(right) / static_cast<double>(table.num_items);
}

}  // namespace crowdclust
