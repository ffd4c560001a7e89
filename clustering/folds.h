// Answers kept for fitting and answers held out. What is kept or drawn names no HITs and no words of groups:
// no fit asks for them.
#pragma once

#include <cstdint>
#include <vector>

#include "answers/answers.h"

namespace crowdclust {

// The assignments' folds 0..num_folds-1 (A): sizes differ by at most one, drawn from the seed.
std::vector<int> DealFolds(std::int64_t num_assignments, int num_folds, std::uint64_t seed);

// The assignments whose `keep` is true, in order; all items and workers keep their numbers. A is as before:
// an assignment left out keeps its place with no rows.
Answers KeepAssignments(const Answers& answers, const std::vector<bool>& keep);

// A fifth of the rows of each assignment of three or more (at least one), drawn from the seed: true for held
// out (R).
std::vector<bool> HoldOutRows(const Answers& answers, std::uint64_t seed);

// The rows that are not held out; A is as before.
Answers KeepRows(const Answers& answers, const std::vector<bool>& held_out);

// As many assignments as before, drawn with replacement: sample `number` of the seed.
Answers ResampleAssignments(const Answers& answers, std::uint64_t seed, std::uint64_t number);

}  // namespace crowdclust
