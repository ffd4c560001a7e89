#include "intruders/score.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "intruders/chance_tail.h"
#include "labels/dawid_skene.h"
#include "labels/label_table.h"
#include "labels/majority_vote.h"

namespace crowdclust {
namespace {

// Groups of HITs under construction: their rows too.
struct Group {
  GroupScore score;
  std::vector<int> rows;
};

std::vector<std::vector<int>> RowsOfHits(const JudgedAnswers& judged) {
  std::vector<std::vector<int>> rows(judged.hit_names.size());
  for (std::size_t r = 0; r < judged.hit_of_row.size(); ++r)
    rows[static_cast<std::size_t>(judged.hit_of_row[r])].push_back(static_cast<int>(r));
  return rows;
}

void AddHit(const HitOutcome& outcome, bool knows_choices, const std::vector<int>& rows, Group* group) {
  GroupScore& score = group->score;
  ++score.hits;
  if (outcome.answers.total == 0) {
    ++score.unanswered;
    return;
  }
  group->rows.insert(group->rows.end(), rows.begin(), rows.end());
  score.answers.right += outcome.answers.right;
  score.answers.total += outcome.answers.total;
  if (!knows_choices) return;
  score.majority.right += outcome.majority_right;
  ++score.majority.total;
  score.dawid_skene.right += outcome.dawid_skene_right;
  ++score.dawid_skene.total;
}

void Finish(const JudgedAnswers& judged, DrawnFrom drawn, Group* group) {
  GroupScore& score = group->score;
  score.precision = FindPrecisionInterval(judged, group->rows, drawn);
  if (group->rows.empty()) return;
  std::map<double, std::int64_t> answers_of_chance;
  score.chance = 0;
  for (const int r : group->rows) {
    const auto hit = static_cast<std::size_t>(judged.hit_of_row[static_cast<std::size_t>(r)]);
    ++answers_of_chance[judged.chance_of_hit[hit]];
    score.chance += judged.chance_of_hit[hit];
  }
  score.chance /= static_cast<double>(group->rows.size());
  score.p_value = ChanceTail(answers_of_chance, score.answers.right);
  score.p_mid = 0.5 * (score.p_value + ChanceTail(answers_of_chance, score.answers.right + 1));
}

std::vector<GroupScore> ScoresOf(const std::vector<Group>& groups) {
  std::vector<GroupScore> scores;
  std::vector<double> p_values;
  for (const Group& group : groups) {
    scores.push_back(group.score);
    p_values.push_back(group.score.p_value);
  }
  const std::vector<double> corrected = HolmCorrected(p_values);
  for (std::size_t i = 0; i < scores.size(); ++i) scores[i].p_holm = corrected[i];
  return scores;
}

// Sorts "2" before "10" and both before "boots".
auto OrderOfName(const std::string& name) {
  const bool is_number = std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
  return std::tuple(!is_number, is_number ? name.size() : 0, name);
}

// Whether some cluster has two HITs with answers, so that HITs can be seen to differ.
DrawnFrom HeadlineOf(const JudgedAnswers& judged, const std::vector<HitOutcome>& hits) {
  std::set<int> clusters;
  for (std::size_t h = 0; h < hits.size(); ++h) {
    if (hits[h].answers.total > 0 && !clusters.insert(judged.main_cluster_of_hit[h]).second)
      return DrawnFrom::kTheseClusters;
  }
  return DrawnFrom::kTheseHits;
}

struct Groups {
  Group overall;
  std::vector<Group> by_cluster;
  std::vector<Group> by_pair;
};

Groups GroupHits(const JudgedAnswers& judged, const IntruderScore& score) {
  Groups groups;
  const std::vector<std::vector<int>> rows_of_hit = RowsOfHits(judged);
  const auto order = [&judged](int cluster) { return OrderOfName(judged.clusters.Name(cluster)); };
  std::map<decltype(order(0)), Group> clusters;
  std::map<std::pair<decltype(order(0)), decltype(order(0))>, Group> pairs;
  for (std::size_t h = 0; h < rows_of_hit.size(); ++h) {
    int main = judged.main_cluster_of_hit[h], other = judged.other_cluster_of_hit[h];
    const auto add = [&](Group* group) { AddHit(score.hits[h], score.knows_choices, rows_of_hit[h], group); };
    add(&groups.overall);
    if (score.question == IntruderQuestion::kIntruder || other < 0) {
      Group& cluster = clusters[order(main)];
      cluster.score.main_cluster = main;
      add(&cluster);
    }
    if (other < 0) continue;
    if (order(other) < order(main)) std::swap(main, other);
    Group& pair = pairs[{order(main), order(other)}];
    pair.score.main_cluster = main;
    pair.score.other_cluster = other;
    add(&pair);
  }
  for (auto& [name, group] : clusters) groups.by_cluster.push_back(std::move(group));
  for (auto& [names, group] : pairs) groups.by_pair.push_back(std::move(group));
  return groups;
}

// From hits[].answers and choices on: all that needs no choices. `choices`, where known, give p_shuffled.
void ScoreGroups(const JudgedAnswers& judged, const IntruderPlan* plan, const IntruderAnswers* answers,
                 IntruderScore* score) {
  for (std::size_t h = 0; h < score->hits.size(); ++h) {
    HitOutcome& hit = score->hits[h];
    if (hit.answers.total == 0) score->unanswered.push_back(static_cast<int>(h));
    hit.p_value = ChanceTail({{judged.chance_of_hit[h], hit.answers.total}}, hit.answers.right);
  }
  score->headline = HeadlineOf(judged, score->hits);
  Groups groups = GroupHits(judged, *score);
  std::vector<Group*> all = {&groups.overall};
  for (Group& group : groups.by_cluster) all.push_back(&group);
  for (Group& group : groups.by_pair) all.push_back(&group);
  for (Group* group : all) {
    Finish(judged, score->headline, group);
    if (plan != nullptr) group->score.p_shuffled = ShuffledTail(*plan, *answers, group->rows);
  }
  std::ranges::stable_sort(groups.by_pair, {}, [](const Group& group) {
    return group.score.answers.total > 0 ? group.score.answers.share() : 2.0;
  });
  score->overall = groups.overall.score;
  score->overall.p_holm = score->overall.p_value;
  score->by_cluster = ScoresOf(groups.by_cluster);
  score->by_pair = ScoresOf(groups.by_pair);
  const auto answered = std::ranges::count_if(
      score->by_cluster, [](const GroupScore& group) { return group.answers.total > 0; });
  if (answered >= kFewestClusters)
    score->more_clusters = FindPrecisionInterval(judged, groups.overall.rows, DrawnFrom::kMoreClusters);
  score->workers = ScoreWorkers(judged);
}

void CountAnswers(const JudgedAnswers& judged, IntruderScore* score) {
  score->hits.resize(judged.hit_names.size());
  for (std::size_t r = 0; r < judged.hit_of_row.size(); ++r) {
    ShareRight& answers = score->hits[static_cast<std::size_t>(judged.hit_of_row[r])].answers;
    ++answers.total;
    answers.right += judged.right_of_row[r];
  }
}

void VoteOnHits(const IntruderPlan& plan, const IntruderAnswers& answers, IntruderScore* score) {
  int num_labels = 0;
  for (const IntruderHit& hit : plan.hits) num_labels = std::max(num_labels, NumChoices(plan.question, hit));
  const LabelTable table{.question_of_row = answers.hit_of_row,
                         .worker_of_row = answers.worker_of_row,
                         .label_of_row = answers.answer_of_row,
                         .num_questions = plan.num_hits(),
                         .num_workers = answers.workers.size(),
                         .num_labels = num_labels};
  const MajorityVote vote = CountVotes(table);
  const DawidSkeneFit fit = FitDawidSkene(table, {.num_sweeps = kDawidSkeneSweeps});
  const auto width = static_cast<std::size_t>(num_labels);
  for (std::size_t h = 0; h < score->hits.size(); ++h) {
    const int truth = plan.hits[h].right_answer;
    HitOutcome& outcome = score->hits[h];
    outcome.majority = vote.label_of_question[h];
    outcome.is_tied = vote.is_tied[h];
    outcome.majority_right = !outcome.is_tied && outcome.majority == truth;
    outcome.dawid_skene = fit.label_of_question[h];
    outcome.dawid_skene_right = outcome.dawid_skene == truth;
    if (outcome.answers.total >= 2) {
      const double most = vote.share[h * width + static_cast<std::size_t>(outcome.majority)];
      outcome.is_overruled = most == 1 && outcome.dawid_skene != outcome.majority;
    }
  }
}

}  // namespace

IntruderScore ScoreIntruders(const IntruderPlan& plan, const IntruderAnswers& answers) {
  assert(!plan.hits.empty());
  const JudgedAnswers judged = JudgeAnswers(plan, answers);
  IntruderScore score;
  score.question = plan.question;
  CountAnswers(judged, &score);
  VoteOnHits(plan, answers, &score);
  ScoreGroups(judged, &plan, &answers, &score);
  if (plan.question == IntruderQuestion::kIntruder) {
    score.positions = FindPositionBias(plan, answers);
    score.shoes_study.over_hits = score.overall.dawid_skene.share();
    for (const GroupScore& group : score.by_cluster)
      score.shoes_study.of_main_cluster.push_back(group.dawid_skene.share());
  }
  return score;
}

IntruderScore ScoreJudged(const JudgedAnswers& judged) {
  assert(judged.num_hits() > 0);
  IntruderScore score;
  score.knows_choices = false;
  CountAnswers(judged, &score);
  ScoreGroups(judged, nullptr, nullptr, &score);
  return score;
}

}  // namespace crowdclust
