#include "answers/write_pairs.h"

#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "answers/not_held.h"
#include "answers/pair_names.h"
#include "answers/seconds_text.h"
#include "base/delimited_text.h"

namespace crowdclust {
namespace {

// Calls use(i, j, same) for every two items in groups.
template <typename Use>
void ForEachPair(const NamedGroups& groups, const Use& use) {
  const std::vector<int>& group = groups.group_of_item;
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (std::size_t j = i + 1; j < group.size(); ++j) {
      if (group[i] >= 0 && group[j] >= 0) use(i, j, group[i] == group[j]);
    }
  }
}

void CountNotHeld(const AssignmentToWrite& assignment, WriteCounts* counts) {
  CountWords(assignment, counts);
  CountWithoutGroup(assignment, counts);
}

std::string PairRows(const AssignmentToWrite& assignment, const WriterOutput& output) {
  const RawAssignment& raw = assignment.raw;
  const bool one_pair = assignment.groups.rows == 2;
  const std::string seconds = one_pair ? SecondsText(raw.seconds) : "";
  if (!one_pair && !std::isnan(raw.seconds)) output.counts->Add(WriteCount::kSeconds);
  std::string rows;
  bool numbered = false;
  std::int64_t pair = 0;
  ForEachPair(assignment.groups, [&](std::size_t i, std::size_t j, bool same) {
    const PairNames names = NamesOfPair(assignment, ++pair, &numbered);
    std::vector<std::string_view> cells = {raw.worker, raw.items[i],     raw.items[j], same ? "1" : "0",
                                           names.hit,  names.assignment, seconds,      raw.status};
    if (output.golden) cells.push_back(raw.golden ? "true" : "");
    AppendRow(cells, output.separator, &rows);
  });
  if (numbered) output.counts->Add(WriteCount::kHitNumbered);
  return rows;
}

void AppendEscaped(std::string_view name, std::string* text) {
  for (const char c : name) {
    if (c == '|' || c == '\\') *text += '\\';
    *text += c;
  }
}

std::string TaskOf(std::string_view a, std::string_view b) {
  if (b < a) std::swap(a, b);
  std::string task;
  AppendEscaped(a, &task);
  task += '|';
  AppendEscaped(b, &task);
  return task;
}

std::string LabelRows(const AssignmentToWrite& assignment, char separator) {
  std::string rows;
  ForEachPair(assignment.groups, [&](std::size_t i, std::size_t j, bool same) {
    const std::string task = TaskOf(assignment.raw.items[i], assignment.raw.items[j]);
    AppendRow(std::array<std::string_view, 3>{task, assignment.raw.worker, same ? "1" : "0"}, separator,
              &rows);
  });
  return rows;
}

template <typename RowsOf>
AnswersWriter WriteRows(const WriterOutput& output, const std::vector<std::string_view>& columns,
                        const RowsOf& rows_of) {
  std::string header;
  AppendRow(columns, output.separator, &header);
  output.append(header);
  return {.add = [output, rows_of](const AssignmentToWrite& assignment) {
    if (assignment.groups.rows < 2) {
      output.counts->Add(WriteCount::kNoPairs);
      return false;
    }
    CountNotHeld(assignment, output.counts);
    output.append(rows_of(assignment));
    return true;
  }};
}

}  // namespace

AnswersWriter WritePairs(const WriterOutput& output) {
  std::vector<std::string_view> columns = {"worker", "a",          "b",       "same",
                                           "hit",    "assignment", "seconds", "status"};
  if (output.golden) columns.emplace_back("golden");
  return WriteRows(output, columns,
                   [output](const AssignmentToWrite& assignment) { return PairRows(assignment, output); });
}

AnswersWriter WriteCrowdKitPairs(const WriterOutput& output) {
  return WriteRows(output, {"task", "worker", "label"}, [output](const AssignmentToWrite& assignment) {
    CountBareAnswer(assignment, output.counts);
    return LabelRows(assignment, output.separator);
  });
}

}  // namespace crowdclust
