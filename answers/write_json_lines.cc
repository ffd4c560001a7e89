#include "answers/write_json_lines.h"

#include <optional>
#include <string>
#include <string_view>

#include "answers/json_cells.h"
#include "base/json_text.h"

namespace crowdclust {
namespace {

std::string JsonLine(const AssignmentToWrite& assignment, WriteCounts* counts) {
  const RawAssignment& raw = assignment.raw;
  std::string line;
  const auto add_text = [&line](std::string_view field, std::string_view text) {
    if (text.empty()) return;
    line += line.empty() ? "{" : ",";
    AppendJsonString(field, &line);
    line += ':';
    AppendJsonString(text, &line);
  };
  add_text("assignment", raw.assignment);
  add_text("hit", raw.hit);
  add_text("worker", raw.worker);
  line += R"(,"items":[)";
  AppendJsonItems(raw.items, &line);
  line += R"(],"groups":[)";
  AppendJsonGroups(assignment.groups, &line);
  line += ']';
  if (const std::optional<std::string> seconds = JsonSeconds(raw.seconds, counts))
    line += R"(,"seconds":)" + *seconds;
  add_text("status", raw.status);
  if (raw.golden) line += R"(,"golden":true)";
  return line + "}\n";
}

}  // namespace

AnswersWriter WriteJsonLines(const WriterOutput& output) {
  return {.add = [output](const AssignmentToWrite& assignment) {
    output.append(JsonLine(assignment, output.counts));
    return true;
  }};
}

}  // namespace crowdclust
