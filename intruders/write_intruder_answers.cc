#include "intruders/write_intruder_answers.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "base/delimited_text.h"

namespace crowdclust {

std::string IntruderAnswersTable(const IntruderPlan& plan, const IntruderAnswers& answers, char separator) {
  std::string text;
  AppendRow(std::array<std::string, 5>{"hit", "assignment", "worker", "answer", "seconds"}, separator, &text);
  for (std::size_t r = 0; r < answers.hit_of_row.size(); ++r) {
    const double seconds = answers.seconds[r];
    AppendRow(std::array<std::string, 5>{plan.hits[static_cast<std::size_t>(answers.hit_of_row[r])].name,
                                         fmt::format("a{:06}", r + 1),
                                         answers.workers.Name(answers.worker_of_row[r]),
                                         std::to_string(answers.answer_of_row[r] + 1),
                                         std::isnan(seconds) ? "" : fmt::format("{:.1f}", seconds)},
              separator, &text);
  }
  return text;
}

}  // namespace crowdclust
