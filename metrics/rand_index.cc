#include "metrics/rand_index.h"

namespace crowdclust {

PairAgreement AgreementOfPairs(double in_both, double in_first, double in_second, double pairs) {
  return {in_both, in_first * in_second / pairs, (in_first + in_second) / 2};
}

PairAgreement CountPairAgreement(const Contingency& table) {
  return AgreementOfPairs(
      static_cast<double>(PairsWithin(table.count)), static_cast<double>(PairsWithin(table.row_total)),
      static_cast<double>(PairsWithin(table.column_total)), static_cast<double>(PairsAmong(table.num_items)));
}

double AdjustedRand(const Contingency& table) {
  const std::int64_t in_row = PairsWithin(table.row_total);
  const std::int64_t in_column = PairsWithin(table.column_total);
  const std::int64_t all = PairsAmong(table.num_items);
  // Only here are the most and the expected agreement equal; the partitions are then equal too.
  if (in_row == in_column && (in_row == 0 || in_row == all)) return 1;
  const PairAgreement pairs = CountPairAgreement(table);
  return (pairs.index - pairs.expected) / (pairs.most - pairs.expected);
}

}  // namespace crowdclust
