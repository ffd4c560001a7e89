// What people answered to intruder HITs.
#pragma once

#include <cstdint>
#include <vector>

#include "base/name_index.h"

namespace crowdclust {

// R answers of J workers to the HITs of a plan, at most one a worker and HIT.
struct IntruderAnswers {
  NameIndex workers;               // J
  std::vector<int> hit_of_row;     // R, indices into the plan's HITs
  std::vector<int> worker_of_row;  // R
  std::vector<int> answer_of_row;  // R, as IntruderHit::right_answer: of 0..NumChoices - 1
  std::vector<double> seconds;     // R, NaN where not known

  std::int64_t num_rows() const { return static_cast<std::int64_t>(hit_of_row.size()); }
};

}  // namespace crowdclust
