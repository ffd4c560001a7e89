#include "metrics/rand_index.h"

namespace crowdclust {

double AdjustedRand(const Contingency& table) {
  const std::int64_t in_row = PairsWithin(table.row_total);
  const std::int64_t in_column = PairsWithin(table.column_total);
  const std::int64_t all = PairsAmong(table.num_items);
  // Only here are the most and the expected agreement equal; the partitions are then equal too.
  if (in_row == in_column && (in_row == 0 || in_row == all)) return 1;
  const auto a = static_cast<double>(in_row);
  const auto b = static_cast<double>(in_column);
  const double expected = a * b / static_cast<double>(all);
  const double most = (a + b) / 2;
  return (static_cast<double>(PairsWithin(table.count)) - expected) / (most - expected);
}

}  // namespace crowdclust
