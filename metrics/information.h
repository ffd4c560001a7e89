// What one partition tells about another, in nats. Each O(K1 K2).
#pragma once

#include <span>

#include "metrics/contingency.h"

namespace crowdclust {

// - sum of p log p over the shares p of the totals: 0 for one label or none, at most log K.
double Entropy(std::span<const std::int64_t> totals);

// Nats that one partition tells about the other: 0 when independent, at most the smaller entropy. Symmetric.
double MutualInformation(const Contingency& table);

// The mutual information over the arithmetic mean of both entropies, in 0..1: 1 when equal (also when both
// are one cluster), 0 when independent. Symmetric. Not corrected for chance: many small clusters raise it.
double NormalisedMutualInformation(const Contingency& table);

// Nats by which the partitions differ, H(found | truth) + H(truth | found) (Meila, Journal of Multivariate
// Analysis 2007): a metric in the strict sense, 0 only when equal, at most log N.
double VariationOfInformation(const Contingency& table);

// Rosenberg and Hirschberg (EMNLP 2007), each in 0..1.
// 1 - H(truth | found) / H(truth): 1 when no cluster holds two true labels, or there is one true label only.
double Homogeneity(const Contingency& table);
// 1 - H(found | truth) / H(found): 1 when no true label is split over clusters, or there is one cluster only.
double Completeness(const Contingency& table);
// The harmonic mean of both, 0 when both are 0.
double VMeasure(const Contingency& table);

}  // namespace crowdclust
