#include "answers/write_mturk_results.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "answers/json_cells.h"
#include "answers/seconds_text.h"
#include "base/delimited_text.h"

namespace crowdclust {
namespace {

constexpr auto kWebColumns = std::to_array<std::string_view>({"HITId",
                                                              "HITTypeId",
                                                              "Title",
                                                              "Description",
                                                              "Keywords",
                                                              "Reward",
                                                              "CreationTime",
                                                              "MaxAssignments",
                                                              "RequesterAnnotation",
                                                              "AssignmentDurationInSeconds",
                                                              "AutoApprovalDelayInSeconds",
                                                              "Expiration",
                                                              "NumberOfSimilarHITs",
                                                              "LifetimeInSeconds",
                                                              "AssignmentId",
                                                              "WorkerId",
                                                              "AssignmentStatus",
                                                              "AcceptTime",
                                                              "SubmitTime",
                                                              "AutoApprovalTime",
                                                              "ApprovalTime",
                                                              "RejectionTime",
                                                              "RequesterFeedback",
                                                              "WorkTimeInSeconds",
                                                              "LifetimeApprovalRate",
                                                              "Last30DaysApprovalRate",
                                                              "Last7DaysApprovalRate"});

std::vector<std::string_view> Columns(bool golden) {
  std::vector<std::string_view> columns(kWebColumns.begin(), kWebColumns.end());
  columns.insert(columns.end(), {"Input.hit", "Input.images"});
  if (golden) columns.emplace_back("Input.golden");
  columns.insert(columns.end(), {"Answer.groups", "Approve", "Reject"});
  return columns;
}

std::string MturkRow(const AssignmentToWrite& assignment, const std::vector<std::string_view>& columns,
                     const WriterOutput& output) {
  const RawAssignment& raw = assignment.raw;
  const std::string seconds = SecondsText(raw.seconds);
  std::string items = "[", groups = "[";
  AppendJsonItems(raw.items, &items);
  AppendJsonGroups(assignment.groups, &groups);
  items += ']';
  groups += ']';
  std::vector<std::string_view> cells(columns.size());
  const auto set = [&](std::string_view column, std::string_view cell) {
    const auto found = std::ranges::find(columns, column);
    if (found != columns.end()) cells[static_cast<std::size_t>(found - columns.begin())] = cell;
  };
  set("HITId", raw.hit);
  set("AssignmentId", raw.assignment);
  set("WorkerId", raw.worker);
  set("AssignmentStatus", raw.status);
  set("WorkTimeInSeconds", seconds);
  set("Input.hit", raw.hit);
  set("Input.images", items);
  set("Input.golden", raw.golden ? "true" : "");
  set("Answer.groups", groups);
  std::string row;
  AppendRow(cells, output.separator, &row);
  return row;
}

}  // namespace

AnswersWriter WriteMturkResults(const WriterOutput& output) {
  const std::vector<std::string_view> columns = Columns(output.golden);
  std::string header;
  AppendRow(columns, output.separator, &header);
  output.append(header);
  return {.add = [output, columns](const AssignmentToWrite& assignment) {
    output.append(MturkRow(assignment, columns, output));
    return true;
  }};
}

}  // namespace crowdclust
