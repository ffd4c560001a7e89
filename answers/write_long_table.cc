#include "answers/write_long_table.h"

#include <fmt/format.h>

#include <array>

#include "base/delimited_text.h"

namespace crowdclust {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 16;

}  // namespace

void ForLongTable(const HitPlan& plan, const SimulatedAnswers& answers, char separator,
                  const std::function<void(std::string_view)>& use) {
  std::string text;
  AppendRow(std::array<std::string, 6>{"hit", "assignment", "worker", "item", "group", "seconds"}, separator,
            &text);
  std::array<std::string, 6> cells;
  auto& [hit_name, assignment_name, worker_name, item_name, group_name, seconds] = cells;
  for (std::size_t p = 0; p < answers.assignments.size(); ++p) {
    const SimulatedAssignment& assignment = answers.assignments[p];
    const Hit& hit = plan.hits[static_cast<std::size_t>(assignment.hit)];
    hit_name = hit.name;
    assignment_name = fmt::format("a{:06}", p + 1);
    worker_name = answers.workers[static_cast<std::size_t>(assignment.worker)].name;
    seconds = fmt::format("{:.1f}", assignment.seconds);
    for (std::size_t i = 0; i < hit.items.size(); ++i) {
      item_name = plan.items.Name(hit.items[i]);
      group_name = assignment.group[i] < 0 ? "" : std::to_string(assignment.group[i] + 1);
      AppendRow(cells, separator, &text);
    }
    if (text.size() < kPieceBytes) continue;
    use(text);
    text.clear();
  }
  use(text);
}

std::string LongTable(const HitPlan& plan, const SimulatedAnswers& answers, char separator) {
  std::string text;
  ForLongTable(plan, answers, separator, [&text](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace crowdclust
