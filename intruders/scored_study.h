// An intruder test with all that was found.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intruders/advice.h"
#include "intruders/golden_exam.h"
#include "intruders/intruder_hit.h"
#include "intruders/judged_answers.h"
#include "intruders/score.h"

namespace crowdclust {

struct ScoredStudy {
  std::vector<std::string> labels;   // of the columns that tell studies apart; none for one study
  std::optional<IntruderPlan> plan;  // without golden HITs; none where only right and wrong are known
  JudgedAnswers judged;
  IntruderScore score;
  std::vector<Advice> advice;
  std::vector<ShareRight> golden_of_worker;  // J; empty without golden HITs
  std::vector<bool> failed;                  // J: whose answers were left out; empty without golden HITs
};

// Studies, each with a label for each of the columns `by`; one study where there are none.
struct ScoredStudies {
  std::vector<std::string> by;
  std::vector<ScoredStudy> studies;
};

}  // namespace crowdclust
