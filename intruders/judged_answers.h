// Answers of which it is known whether they are right: what all intruder statistics work from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/name_index.h"
#include "intruders/intruder_answers.h"
#include "intruders/intruder_hit.h"

namespace crowdclust {

// R answers of J workers to H HITs about C clusters.
struct JudgedAnswers {
  std::vector<std::string> hit_names;     // H
  NameIndex clusters;                     // C
  std::vector<int> main_cluster_of_hit;   // H
  std::vector<int> other_cluster_of_hit;  // H: the intruder's cluster, or a twin; -1 where there is none
  std::vector<double> chance_of_hit;      // H: that an answer without looking is right, in (0, 1)
  NameIndex workers;                      // J
  std::vector<int> hit_of_row;            // R
  std::vector<int> worker_of_row;         // R, no worker twice on a HIT
  std::vector<bool> right_of_row;         // R

  int num_hits() const { return static_cast<int>(hit_names.size()); }
  std::int64_t num_rows() const { return static_cast<std::int64_t>(hit_of_row.size()); }
};

// Compares the answers with the plan's right ones. The plan has no golden HITs. O(HITs + R).
JudgedAnswers JudgeAnswers(const IntruderPlan& plan, const IntruderAnswers& answers);

}  // namespace crowdclust
