// What is fuzzed of intruder tests, in the manner of answers_targets.h.
#pragma once

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/input_file.h"
#include "fuzz/answers_targets.h"
#include "intruders/golden_exam.h"
#include "intruders/intruder_file.h"
#include "intruders/judged_table.h"
#include "intruders/nearest_clusters.h"
#include "intruders/read_intruder_answers.h"
#include "intruders/score.h"

namespace crowdclust::fuzz {

// The promises of intruders/intruder_hit.h; what is written is read back as the same text.
inline void IntruderFile(std::string_view bytes) {
  IntruderPlan plan;
  try {
    plan = ParseIntruderHitLines(bytes, "input");
  } catch (const InputError&) {
    return;
  }
  Promise(!plan.hits.empty(), "a plan has HITs");
  for (const IntruderHit& hit : plan.hits) {
    const std::set<int> items(hit.items.begin(), hit.items.end());
    Promise(items.size() == hit.items.size() && *items.begin() >= 0 && *items.rbegin() < plan.items.size(),
            "items are known and stand once");
    Promise(hit.items.size() >= 3, "no HIT is too small");
    Promise(hit.right_answer >= 0 && hit.right_answer < NumChoices(plan.question, hit),
            "the right answer can be given");
    Promise(hit.golden || plan.question == IntruderQuestion::kTwins || hit.main_cluster != hit.other_cluster,
            "the intruder is of another cluster");
  }
  const std::string written = IntruderHitLines(plan);
  Promise(IntruderHitLines(ParseIntruderHitLines(written, "written")) == written,
          "written HITs are read back");
}

// Answers of any format to three HITs: every row is in range and stands once, and a score can be made of
// them.
inline void IntruderAnswerText(std::string_view bytes) {
  const IntruderPlan plan = ParseIntruderHitLines(
      R"({"hit":"i1","items":["x","y","z"],"main_cluster":"0","intruder_cluster":"1","intruder_position":3})"
      "\n"
      R"({"hit":"i2","items":["y","z","x"],"main_cluster":"0","intruder_cluster":"1","intruder_position":2})"
      "\n"
      R"({"hit":"i3","items":["u","v","x"],"main_cluster":"1","intruder_cluster":"0","intruder_position":3})",
      "plan");
  IntruderAnswersBuilder builder(plan);
  try {
    ReadIntruderAnswersText(CheckText(bytes, "input"), "input", AnswersFormat::kAuto, &builder);
  } catch (const InputError&) {
    return;
  }
  const IntruderAnswers& answers = builder.answers();
  Promise(builder.intake().assignments == answers.num_rows(), "the intake counts the answers");
  std::set<std::pair<int, int>> seen;
  for (std::size_t r = 0; r < answers.hit_of_row.size(); ++r) {
    const int hit = answers.hit_of_row[r];
    const int worker = answers.worker_of_row[r];
    Promise(hit >= 0 && hit < plan.num_hits() && worker >= 0 && worker < answers.workers.size(),
            "names are known");
    Promise(answers.answer_of_row[r] >= 0 && answers.answer_of_row[r] < 3, "answers are positions");
    Promise(!(answers.seconds[r] < 0), "seconds are not negative");
    Promise(seen.emplace(hit, worker).second, "a worker answers a HIT once");
  }
  Promise(ScoreIntruders(plan, answers).overall.answers.total == answers.num_rows(),
          "every answer is scored");
}

// Golden HITs beside another: every one is golden, shows known items once and has its intruder among them.
inline void GoldenIntruders(std::string_view bytes) {
  IntruderPlan plan = ParseIntruderHitLines(
      R"({"hit":"i1","items":["x","y","z"],"main_cluster":"0","intruder_cluster":"1","intruder_position":3})",
      "plan");
  try {
    ParseGoldenIntruders(bytes, "input", &plan);
  } catch (const InputError&) {
    return;
  }
  Promise(plan.num_hits() > 1, "there are golden HITs");
  for (int h = 1; h < plan.num_hits(); ++h) {
    const IntruderHit& hit = plan.hits[static_cast<std::size_t>(h)];
    const std::set<int> items(hit.items.begin(), hit.items.end());
    Promise(hit.golden && items.size() == hit.items.size() && *items.rbegin() < plan.items.size(),
            "items are known and stand once");
    Promise(hit.right_answer >= 0 && hit.right_answer < static_cast<int>(hit.items.size()),
            "the intruder is shown");
  }
}

// Tables that say what is right, by a column and of clusters: every answer is scored.
inline void JudgedAnswerTable(std::string_view bytes) {
  JudgedColumns columns;
  columns.cluster = "cluster";
  columns.by = {"model"};
  JudgedTable table;
  try {
    table = ParseJudgedTable(CheckText(bytes, "input"), "input", columns, 6);
  } catch (const InputError&) {
    return;
  }
  std::int64_t scored = 0;
  for (const JudgedStudy& study : table.studies) scored += ScoreJudged(study.answers).overall.answers.total;
  Promise(scored == table.intake.assignments, "every answer is scored");
}

// Nearest clusters: each is another one, or none.
inline void NearestClusters(std::string_view bytes) {
  NameIndex labels;
  for (const char* name : {"0", "1", "2"}) labels.Add(name);
  std::vector<int> nearest;
  try {
    nearest = ParseNearestClusters(bytes, "input", labels);
  } catch (const InputError&) {
    return;
  }
  Promise(nearest.size() == 3, "every cluster has an entry");
  for (int label = 0; label < 3; ++label) {
    const int other = nearest[static_cast<std::size_t>(label)];
    Promise(other >= -1 && other < 3 && other != label, "the nearest is another one");
  }
}

}  // namespace crowdclust::fuzz
