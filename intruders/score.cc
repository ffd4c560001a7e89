#include "intruders/score.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <tuple>
#include <utility>

#include "labels/dawid_skene.h"
#include "labels/label_table.h"
#include "labels/majority_vote.h"

namespace crowdclust {
namespace {

std::vector<HitOutcome> Outcomes(const IntruderPlan& plan, const IntruderAnswers& answers) {
  const LabelTable table{.question_of_row = answers.hit_of_row,
                         .worker_of_row = answers.worker_of_row,
                         .label_of_row = answers.answer_of_row,
                         .num_questions = plan.num_hits(),
                         .num_workers = answers.workers.size(),
                         .num_labels = plan.per_hit()};
  const MajorityVote vote = CountVotes(table);
  const DawidSkeneFit fit = FitDawidSkene(table, {.num_sweeps = kDawidSkeneSweeps});
  std::vector<HitOutcome> outcomes(plan.hits.size());
  for (std::size_t r = 0; r < answers.hit_of_row.size(); ++r) {
    const auto h = static_cast<std::size_t>(answers.hit_of_row[r]);
    ++outcomes[h].answers;
    outcomes[h].right += answers.answer_of_row[r] == plan.hits[h].intruder_position;
  }
  for (std::size_t h = 0; h < outcomes.size(); ++h) {
    const int truth = plan.hits[h].intruder_position;
    HitOutcome& outcome = outcomes[h];
    outcome.majority = vote.label_of_question[h];
    outcome.is_tied = vote.is_tied[h];
    outcome.majority_right = !outcome.is_tied && outcome.majority == truth;
    outcome.dawid_skene = fit.label_of_question[h];
    outcome.dawid_skene_right = outcome.dawid_skene == truth;
  }
  return outcomes;
}

void AddOutcome(const HitOutcome& outcome, GroupScore* group) {
  ++group->hits;
  if (outcome.answers == 0) {
    ++group->unanswered;
    return;
  }
  group->answers.right += outcome.right;
  group->answers.total += outcome.answers;
  group->majority.right += outcome.majority_right;
  ++group->majority.total;
  group->dawid_skene.right += outcome.dawid_skene_right;
  ++group->dawid_skene.total;
}

// Sorts "2" before "10" and both before "boots".
auto OrderOfName(const std::string& name) {
  const bool is_number = std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
  return std::tuple(!is_number, is_number ? name.size() : 0, name);
}

}  // namespace

IntruderScore ScoreIntruders(const IntruderPlan& plan, const IntruderAnswers& answers) {
  assert(!plan.hits.empty());
  IntruderScore score;
  score.chance = 1.0 / plan.per_hit();
  score.hits = Outcomes(plan, answers);
  std::vector<GroupScore> groups(static_cast<std::size_t>(plan.clusters.size()));
  for (int h = 0; h < plan.num_hits(); ++h) {
    const HitOutcome& outcome = score.hits[static_cast<std::size_t>(h)];
    const int cluster = plan.hits[static_cast<std::size_t>(h)].main_cluster;
    GroupScore& group = groups[static_cast<std::size_t>(cluster)];
    group.main_cluster = cluster;
    AddOutcome(outcome, &group);
    AddOutcome(outcome, &score.overall);
    if (outcome.answers == 0) score.unanswered.push_back(h);
  }
  std::erase_if(groups, [](const GroupScore& group) { return group.hits == 0; });
  std::ranges::sort(groups, {}, [&plan](const GroupScore& group) {
    return OrderOfName(plan.clusters.Name(group.main_cluster));
  });
  score.by_cluster = std::move(groups);
  return score;
}

}  // namespace crowdclust
