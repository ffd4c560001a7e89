#include "answers/write_triples.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/not_held.h"
#include "answers/seconds_text.h"
#include "base/delimited_text.h"

namespace crowdclust {
namespace {

// The place of the odd one; none where there is no such.
std::optional<std::size_t> OddOne(const NamedGroups& groups) {
  if (groups.group_of_item.size() != 3 || groups.rows != 3 || groups.num_groups() != 2) return std::nullopt;
  const std::vector<int>& group = groups.group_of_item;
  if (group[0] == group[1]) return 2;
  return group[0] == group[2] ? 1 : 0;
}

}  // namespace

AnswersWriter WriteTriples(const WriterOutput& output) {
  std::vector<std::string_view> columns = {"worker", "a",          "b",       "c",     "odd",
                                           "hit",    "assignment", "seconds", "status"};
  if (output.golden) columns.emplace_back("golden");
  std::string header;
  AppendRow(columns, output.separator, &header);
  output.append(header);
  return {.add = [output](const AssignmentToWrite& assignment) {
    const RawAssignment& raw = assignment.raw;
    const std::optional<std::size_t> odd = OddOne(assignment.groups);
    if (!odd) {
      output.counts->Add(WriteCount::kNoTriple);
      return false;
    }
    CountWords(assignment, output.counts);
    const std::string seconds = SecondsText(raw.seconds);
    std::vector<std::string_view> cells = {raw.worker,     raw.items[0],    raw.items[1],
                                           raw.items[2],   raw.items[*odd], raw.hit,
                                           raw.assignment, seconds,         raw.status};
    if (output.golden) cells.push_back(raw.golden ? "true" : "");
    std::string row;
    AppendRow(cells, output.separator, &row);
    output.append(row);
    return true;
  }};
}

}  // namespace crowdclust
