// Agreement over pairs of items, corrected for chance.
#pragma once

#include "metrics/contingency.h"

namespace crowdclust {

// Pairs of items together in both partitions: how many, how many by chance given both partitions' sizes, and
// the most that there could be by the mean of both.
struct PairAgreement {
  double index = 0;
  double expected = 0;
  double most = 0;
};
// At least two items: `pairs` pairs, of which `in_both` are together in both partitions.
PairAgreement AgreementOfPairs(double in_both, double in_first, double in_second, double pairs);

// The same from the table. O(K1 K2).
PairAgreement CountPairAgreement(const Contingency& table);

// The adjusted Rand index (Hubert and Arabie, Journal of Classification 1985): 1 when the partitions are
// equal, 0 on average over random partitions with the same sizes, below 0 for less than chance. Symmetric.
// Two partitions of one cluster, or of single items only, are equal: 1, as for N = 0 and 1. O(K1 K2).
double AdjustedRand(const Contingency& table);

}  // namespace crowdclust
