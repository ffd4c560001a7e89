#include "metrics/information.h"

#include <algorithm>
#include <cmath>

namespace crowdclust {
namespace {

// H(truth | found) and H(found | truth). Sums of terms of one sign, so that equal partitions give 0 exactly.
struct Conditional {
  double truth_given_found = 0;
  double found_given_truth = 0;
};

Conditional ConditionalEntropies(const Contingency& table) {
  Conditional entropy;
  for (int row = 0; row < table.num_rows; ++row) {
    const auto row_total = static_cast<double>(table.row_total[static_cast<std::size_t>(row)]);
    const std::span<const std::int64_t> counts = table.Row(row);
    for (std::size_t column = 0; column < counts.size(); ++column) {
      if (counts[column] == 0) continue;
      const auto count = static_cast<double>(counts[column]);
      const double share = count / static_cast<double>(table.num_items);
      entropy.truth_given_found += share * std::log(row_total / count);
      entropy.found_given_truth += share * std::log(static_cast<double>(table.column_total[column]) / count);
    }
  }
  return entropy;
}

// 1 - part / whole in 0..1 whatever the rounding; 1 where there is nothing to explain.
double ShareExplained(double part, double whole) {
  return whole > 0 ? std::clamp(1 - part / whole, 0.0, 1.0) : 1.0;
}

}  // namespace

double Entropy(std::span<const std::int64_t> totals) {
  std::int64_t all = 0;
  for (const std::int64_t total : totals) all += total;
  double entropy = 0;
  for (const std::int64_t total : totals) {
    if (total == 0) continue;
    const double share = static_cast<double>(total) / static_cast<double>(all);
    entropy += share * std::log(static_cast<double>(all) / static_cast<double>(total));
  }
  return entropy;
}

double MutualInformation(const Contingency& table) {
  const double unexplained = ConditionalEntropies(table).truth_given_found;
  return std::max(0.0, Entropy(table.column_total) - unexplained);
}

double NormalisedMutualInformation(const Contingency& table) {
  return ShareExplained(VariationOfInformation(table),
                        Entropy(table.row_total) + Entropy(table.column_total));
}

double VariationOfInformation(const Contingency& table) {
  const Conditional entropy = ConditionalEntropies(table);
  return entropy.truth_given_found + entropy.found_given_truth;
}

double Homogeneity(const Contingency& table) {
  return ShareExplained(ConditionalEntropies(table).truth_given_found, Entropy(table.column_total));
}

double Completeness(const Contingency& table) {
  return ShareExplained(ConditionalEntropies(table).found_given_truth, Entropy(table.row_total));
}

double VMeasure(const Contingency& table) {
  const double homogeneity = Homogeneity(table);
  const double completeness = Completeness(table);
  const double sum = homogeneity + completeness;
  return sum > 0 ? 2 * homogeneity * completeness / sum : 0.0;
}

}  // namespace crowdclust
