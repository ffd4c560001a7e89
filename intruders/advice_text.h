// Advice in words.
#pragma once

#include <string>

#include "intruders/advice.h"
#include "intruders/judged_answers.h"

namespace crowdclust {

// One sentence, without a full stop: "merge clusters 2 and 5: people find the intruder between them in 23 %
// of 40 answers (14 to 36 %)".
std::string AdviceText(const Advice& advice, const JudgedAnswers& judged, const IntruderScore& score);

}  // namespace crowdclust
