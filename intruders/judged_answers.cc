#include "intruders/judged_answers.h"

#include <cassert>

namespace crowdclust {

JudgedAnswers JudgeAnswers(const IntruderPlan& plan, const IntruderAnswers& answers) {
  JudgedAnswers judged;
  judged.clusters = plan.clusters;
  for (const IntruderHit& hit : plan.hits) {
    assert(!hit.golden);
    judged.hit_names.push_back(hit.name);
    judged.main_cluster_of_hit.push_back(hit.main_cluster);
    judged.other_cluster_of_hit.push_back(hit.other_cluster == hit.main_cluster ? -1 : hit.other_cluster);
    judged.chance_of_hit.push_back(1.0 / NumChoices(plan.question, hit));
  }
  judged.workers = answers.workers;
  judged.hit_of_row = answers.hit_of_row;
  judged.worker_of_row = answers.worker_of_row;
  for (std::size_t r = 0; r < answers.hit_of_row.size(); ++r) {
    const IntruderHit& hit = plan.hits[static_cast<std::size_t>(answers.hit_of_row[r])];
    judged.right_of_row.push_back(answers.answer_of_row[r] == hit.right_answer);
  }
  return judged;
}

}  // namespace crowdclust
