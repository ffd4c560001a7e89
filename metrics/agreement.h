// All metrics of two partitions at once.
#pragma once

#include <span>

#include "metrics/contingency.h"

namespace crowdclust {

// Each field as the function of its name in this folder says; the asymmetric ones judge `found` by `truth`.
struct Agreement {
  double adjusted_rand = 1;
  double mutual_information = 0;  // nats
  double normalised_mutual_information = 1;
  double variation_of_information = 0;  // nats
  double homogeneity = 1;
  double completeness = 1;
  double v_measure = 1;
  double pair_precision = 1;
  double pair_recall = 1;
  double pair_f1 = 1;
  double purity = 1;
};

// O(K1 K2).
Agreement MeasureAgreement(const Contingency& table);

// As CountContingency, then as above.
Agreement MeasureAgreement(std::span<const int> found, std::span<const int> truth);

}  // namespace crowdclust
