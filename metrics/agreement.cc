#include "metrics/agreement.h"

#include "metrics/information.h"
#include "metrics/pair_scores.h"
#include "metrics/purity.h"
#include "metrics/rand_index.h"

namespace crowdclust {

Agreement MeasureAgreement(const Contingency& table) {
  const PairScores pairs = ScorePairs(table);
  return {.adjusted_rand = AdjustedRand(table),
          .mutual_information = MutualInformation(table),
          .normalised_mutual_information = NormalisedMutualInformation(table),
          .variation_of_information = VariationOfInformation(table),
          .homogeneity = Homogeneity(table),
          .completeness = Completeness(table),
          .v_measure = VMeasure(table),
          .pair_precision = pairs.precision,
          .pair_recall = pairs.recall,
          .pair_f1 = pairs.f1,
          .purity = Purity(table)};
}

Agreement MeasureAgreement(std::span<const int> found, std::span<const int> truth) {
  return MeasureAgreement(CountContingency(found, truth));
}

}  // namespace crowdclust
