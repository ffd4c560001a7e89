#include "metrics/contingency.h"

#include <algorithm>
#include <cassert>

namespace crowdclust {
namespace {

int NumLabels(std::span<const int> labels) {
  assert(std::ranges::all_of(labels, [](int label) { return label >= 0; }));
  return labels.empty() ? 0 : *std::ranges::max_element(labels) + 1;
}

}  // namespace

Contingency CountContingency(std::span<const int> found, std::span<const int> truth) {
  assert(found.size() == truth.size());
  Contingency table;
  table.num_items = static_cast<std::int64_t>(found.size());
  table.num_rows = NumLabels(found);
  table.num_columns = NumLabels(truth);
  const auto width = static_cast<std::size_t>(table.num_columns);
  table.row_total.resize(static_cast<std::size_t>(table.num_rows));
  table.column_total.resize(width);
  table.count.resize(table.row_total.size() * width);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto row = static_cast<std::size_t>(found[i]);
    const auto column = static_cast<std::size_t>(truth[i]);
    ++table.count[row * width + column];
    ++table.row_total[row];
    ++table.column_total[column];
  }
  return table;
}

int NumUsed(std::span<const std::int64_t> totals) {
  return static_cast<int>(std::ranges::count_if(totals, [](std::int64_t total) { return total > 0; }));
}

std::int64_t PairsWithin(std::span<const std::int64_t> counts) {
  std::int64_t pairs = 0;
  for (const std::int64_t count : counts) pairs += PairsAmong(count);
  return pairs;
}

}  // namespace crowdclust
