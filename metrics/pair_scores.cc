#include "metrics/pair_scores.h"

namespace crowdclust {
namespace {

double Share(double part, double whole) { return whole > 0 ? part / whole : 1.0; }

}  // namespace

PairScores ScorePairs(const Contingency& table) {
  const auto both = static_cast<double>(PairsWithin(table.count));
  const auto found = static_cast<double>(PairsWithin(table.row_total));
  const auto truth = static_cast<double>(PairsWithin(table.column_total));
  return {
      .precision = Share(both, found), .recall = Share(both, truth), .f1 = Share(2 * both, found + truth)};
}

}  // namespace crowdclust
