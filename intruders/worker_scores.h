// How each worker does at intruder HITs.
#pragma once

#include <vector>

#include "intruders/judged_answers.h"
#include "intruders/share_right.h"

namespace crowdclust {

struct IntruderWorkerScore {
  ShareRight answers;
  double chance = 0;       // mean chance of the HITs answered; NaN without answers
  double others = 0;       // share right that the others' answers to the same HITs let expect; NaN without
  double chance_tail = 1;  // P(as many right or more) by chance, exact
  double others_tail = 1;  // P(as few right or fewer) where each answer is right as often as the others'
  bool at_chance = false;  // cannot be told from chance, and can from the others, both at 5 %
};

// Of each worker. What the others let expect of an answer is their share right on the same HIT, drawn towards
// the one on its main cluster as by two more answers; without others there, and in all, a half. O(sum over
// workers of answers squared).
std::vector<IntruderWorkerScore> ScoreWorkers(const JudgedAnswers& judged);

}  // namespace crowdclust
