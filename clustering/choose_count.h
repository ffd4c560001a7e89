// The number of clusters by the likelihood of assignments held out, for methods with no evidence of their
// own.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "answers/answers.h"

namespace crowdclust {

// Labels 0..K-1 of all items at a number of clusters K (at most the items).
using CutFunction = std::function<std::vector<int>(int num_clusters)>;
// What a method makes of answers.
using CutMethod = std::function<CutFunction(const Answers& answers)>;

// Of `counts`, the number of clusters whose cut, made from four fifths of the assignments, gives the rest the
// highest likelihood (NewWorkerTogetherness of the cut's block model), summed over five folds; the smallest
// at a tie. With fewer than five assignments, each is a fold of its
// own; with one, the cut of fewest pair disagreements with it.
// Items without a pair in the four fifths count at the base rate.
int ChooseCount(const Answers& answers, const CutMethod& method, const std::vector<int>& counts,
                std::uint64_t seed, int num_threads);

}  // namespace crowdclust
