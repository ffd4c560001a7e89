// What an answer about two items would say of the clusters.
#pragma once

#include <vector>

namespace crowdclust {

// How readily a worker puts together two items of one cluster, and two of different clusters.
struct TogetherRates {
  double within = 0.9;   // above 0, below 1
  double between = 0.1;  // above 0, below 1
};

// Mutual information, in nats, between a worker's pair label and whether the two items are of one cluster,
// which has chance `together` (0 to 1): the entropy of the label less that which the rates alone give it.
// 0 where it is known already. Cover and Thomas, "Elements of information theory", 2nd ed., 2006, 2.3.
double PairInformation(double together, const TogetherRates& rates);

// The same for every number of `samples` labellings, 0 to `samples`, that may have the pair together.
std::vector<double> PairInformationOfCounts(int samples, const TogetherRates& rates);

}  // namespace crowdclust
