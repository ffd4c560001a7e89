#include "answers/write_toloka_table.h"

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/json_cells.h"
#include "answers/made_up_name.h"
#include "base/delimited_text.h"
#include "base/iso_time.h"

namespace crowdclust {
namespace {

struct Times {
  std::string started, submitted;  // empty where not known
};

Times TimesOf(double seconds, WriteCounts* counts) {
  if (std::isnan(seconds)) return {};
  const std::optional<std::string> submitted = IsoTime(seconds);
  if (!submitted) {
    counts->Add(WriteCount::kSeconds);
    return {};
  }
  if (std::round(seconds * 1000) / 1000 != seconds) counts->Add(WriteCount::kSecondsRounded);
  return {.started = *IsoTime(0), .submitted = *submitted};
}

std::string GroupObjects(const NamedGroups& groups) {
  std::string json;
  for (std::size_t i = 0; i < groups.group_of_item.size(); ++i) {
    json += i > 0 ? R"(,{"group":)" : R"({"group":)";
    AppendJsonGroup(groups.NameOf(i), &json);
    json += '}';
  }
  return json;
}

std::string HitOf(const AssignmentToWrite& assignment, WriteCounts* counts) {
  if (!assignment.raw.hit.empty()) return std::string(assignment.raw.hit);
  counts->Add(WriteCount::kHitMadeUp);
  return MadeUpName(assignment);
}

std::string TolokaRow(const AssignmentToWrite& assignment, const WriterOutput& output) {
  const RawAssignment& raw = assignment.raw;
  std::string items;
  AppendJsonItems(raw.items, &items);
  const std::string groups = GroupObjects(assignment.groups);
  const std::string hit = HitOf(assignment, output.counts);
  const Times times = TimesOf(raw.seconds, output.counts);
  std::vector<std::string_view> cells = {items,      groups,     raw.assignment, hit,
                                         raw.worker, raw.status, times.started,  times.submitted};
  if (output.golden) cells.push_back(raw.golden ? "true" : "");
  std::string row;
  AppendRow(cells, output.separator, &row);
  return row;
}

}  // namespace

AnswersWriter WriteTolokaTable(const WriterOutput& output) {
  std::vector<std::string_view> columns = {
      "INPUT:images",         "OUTPUT:result",     "ASSIGNMENT:assignment_id", "ASSIGNMENT:task_id",
      "ASSIGNMENT:worker_id", "ASSIGNMENT:status", "ASSIGNMENT:started",       "ASSIGNMENT:submitted"};
  if (output.golden) columns.push_back("GOLDEN:result");
  std::string header;
  AppendRow(columns, output.separator, &header);
  output.append(header);
  return {.add = [output](const AssignmentToWrite& assignment) {
    output.append(TolokaRow(assignment, output));
    return true;
  }};
}

}  // namespace crowdclust
