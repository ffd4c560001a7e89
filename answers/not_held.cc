#include "answers/not_held.h"

#include <algorithm>
#include <cmath>

#include "answers/group_words.h"

namespace crowdclust {

void CountBareAnswer(const AssignmentToWrite& assignment, WriteCounts* counts) {
  const RawAssignment& raw = assignment.raw;
  if (!raw.hit.empty()) counts->Add(WriteCount::kHit);
  if (!raw.assignment.empty()) counts->Add(WriteCount::kId);
  if (!std::isnan(raw.seconds)) counts->Add(WriteCount::kSeconds);
  if (!raw.status.empty()) counts->Add(WriteCount::kStatus);
  if (raw.golden) counts->Add(WriteCount::kGolden);
}

void CountWithoutGroup(const AssignmentToWrite& assignment, WriteCounts* counts) {
  counts->Add(WriteCount::kItemWithoutGroup,
              static_cast<std::int64_t>(assignment.raw.items.size()) - assignment.groups.rows);
}

void CountWords(const AssignmentToWrite& assignment, WriteCounts* counts) {
  const auto has_word = [](const std::string& name) { return !WordOfName(name).empty(); };
  if (std::ranges::any_of(assignment.groups.names, has_word)) counts->Add(WriteCount::kWords);
}

}  // namespace crowdclust
