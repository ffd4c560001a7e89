// How often each pair of labels meets: all that a metric of two partitions needs to know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace crowdclust {

// N items by their label in two partitions, `found` by row and `truth` by column. A label that no item has is
// an empty row or column; it changes no metric.
struct Contingency {
  std::int64_t num_items = 0;
  int num_rows = 0;                        // labels found, K1
  int num_columns = 0;                     // true labels, K2
  std::vector<std::int64_t> count;         // K1 x K2, row-major
  std::vector<std::int64_t> row_total;     // K1
  std::vector<std::int64_t> column_total;  // K2

  std::int64_t Count(int row, int column) const {
    return count[static_cast<std::size_t>(row) * static_cast<std::size_t>(num_columns) +
                 static_cast<std::size_t>(column)];
  }
  std::span<const std::int64_t> Row(int row) const {
    const auto width = static_cast<std::size_t>(num_columns);
    return std::span(count).subspan(static_cast<std::size_t>(row) * width, width);
  }
};

// Both hold one label of 0..K-1 for each item and are of equal length; K is the highest label and 1.
// O(N + K1 K2) time and O(K1 K2) memory: the table is dense.
Contingency CountContingency(std::span<const int> found, std::span<const int> truth);

// Labels that at least one item has: the totals that are not 0.
int NumUsed(std::span<const std::int64_t> totals);

// Pairs of `items` items: n (n - 1) / 2.
constexpr std::int64_t PairsAmong(std::int64_t items) { return items * (items - 1) / 2; }

// Pairs of items within one cell, summed over all cells. Exact for N up to 3e9.
std::int64_t PairsWithin(std::span<const std::int64_t> counts);

}  // namespace crowdclust
