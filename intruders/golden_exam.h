// Golden intruder HITs: which workers may judge clusters.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "intruders/intruder_answers.h"
#include "intruders/intruder_hit.h"
#include "intruders/share_right.h"

namespace crowdclust {

// Adds the golden HITs of a table `hit,position,item,intruder_position` (CSV or TSV, rows of a HIT in any
// order, positions from 1) to the plan. Throws InputError with place and line: a missing column, positions
// that are no 1, 2, …, M with M of 3 or more, an item twice in a HIT, two intruder positions or one out of
// range, a HIT that the plan has.
void ParseGoldenIntruders(std::string_view text, const std::string& place, IntruderPlan* plan);

// ParseGoldenIntruders on the file's text.
void ReadGoldenIntruders(const std::filesystem::path& path, IntruderPlan* plan);

// The answers to golden HITs, and the rest.
struct GoldenApart {
  IntruderPlan plan;                         // without golden HITs
  IntruderAnswers answers;                   // to its HITs; all workers stay
  std::vector<ShareRight> golden_of_worker;  // J
};

// O(HITs + answers).
GoldenApart SetGoldenApart(const IntruderPlan& plan, const IntruderAnswers& answers);

struct ExamRules {
  double pass_mark = 0;      // share of a worker's golden answers that must be right, 0 to 1
  bool need_golden = false;  // whether a worker without golden answers fails
};

struct ExamResult {
  std::vector<bool> failed;           // J
  std::int64_t answers_left_out = 0;  // theirs
};

// Leaves out the answers of those who fail. O(answers).
ExamResult LeaveOutUnqualified(const ExamRules& rules, GoldenApart* study);

}  // namespace crowdclust
