// Which assignments are whose.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "answers/answers.h"

namespace crowdclust {

// Assignments by worker, ascending.
struct AssignmentsOfWorkers {
  std::vector<std::int64_t> first;  // J + 1
  std::vector<int> assignment;      // A

  std::span<const int> Of(int worker) const {
    const auto j = static_cast<std::size_t>(worker);
    return {assignment.data() + first[j], static_cast<std::size_t>(first[j + 1] - first[j])};
  }
};

// O(A + J); fewer than 2^31 assignments.
AssignmentsOfWorkers GroupByWorker(const Answers& answers);

}  // namespace crowdclust
