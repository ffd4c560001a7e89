// Several methods on the same answers and folds.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "answers/known_labels.h"
#include "clustering/held_out.h"
#include "metrics/agreement.h"

namespace crowdclust {

struct MethodRow {
  ClusterMethod method = ClusterMethod::kAuto;
  int num_clusters = 0;
  HeldOut held_out = {};
  double seconds = 0;                       // to find the clusters, without the folds; measured by the caller
  std::optional<Agreement> agreement = {};  // with the truth, over the items that both have
};

// The agreement of a clustering with the first column of the truth; nothing where no item is in both.
std::optional<Agreement> AgreementWithTruth(const Answers& answers, const Clustering& clustering,
                                            const KnownLabels& truth);

// One header and a row a method, for people: method, clusters, both held-out scores, calibration error,
// seconds, and adjusted Rand, normalised mutual information, pair F1 and purity where there is a truth; a
// last row for the constant prediction.
std::vector<std::vector<std::string>> ComparisonRows(const std::vector<MethodRow>& rows);

// The same as an array of objects, full precision; null where not known.
nlohmann::ordered_json ComparisonJson(const std::vector<MethodRow>& rows);

}  // namespace crowdclust
