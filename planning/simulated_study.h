// One study from its HITs to the quality of its clusters, with a simulated crowd.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "answers/answers.h"
#include "answers/simulated_answers.h"
#include "clustering/clustering.h"
#include "hits/hit.h"
#include "planning/study_model.h"

namespace crowdclust {

// The answers as `aggregate` reads them from the long table of these: items, workers and HITs in the same
// order, so that the same seed finds the same clusters.
Answers AnswersOf(const HitPlan& plan, const SimulatedAnswers& simulated);

// The adjusted Rand index of these clusters of the answers' items with the labels of all `items`; an item
// that nobody grouped is a cluster of its own.
double QualityOfClusters(const NameIndex& items, const Answers& answers, const Clustering& clustering,
                         const std::vector<int>& label_of_item);

// The adjusted Rand index of the clusters that `pipeline` finds in a simulated crowd's answers to the plan,
// with the first labels of all items of the plan (QualityOfClusters). The
// seed is that of the crowd and of the clusters: `simulate` and `aggregate` with this seed find the same. One
// thread. Throws as SimulateAnswers does. None where `go_on` (called from time to time) ended it.
std::optional<double> QualityOfStudy(const HitPlan& plan, const StudyCase& study, const StudyModel& model,
                                     std::uint64_t seed, const std::function<bool()>& go_on = {});

}  // namespace crowdclust
