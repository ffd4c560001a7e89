#include "answers/made_up_name.h"

#include <fmt/format.h>

#include "base/input_file.h"

namespace crowdclust {

std::string MadeUpName(const AssignmentToWrite& assignment) {
  const RawAssignment& raw = assignment.raw;
  // Every text with its length before it, so that no two lists of texts run together into one.
  std::string text = fmt::format("{};{}:{}", assignment.number, raw.worker.size(), raw.worker);
  for (std::size_t i = 0; i < raw.items.size(); ++i) {
    text += fmt::format(";{}:{}={}", raw.items[i].size(), raw.items[i], assignment.groups.group_of_item[i]);
  }
  constexpr std::size_t kDigits = 12;
  return fmt::format("{}-{}", assignment.number, Sha256(text).substr(0, kDigits));
}

std::string OwnId(const AssignmentToWrite& assignment, WriteCounts* counts) {
  const std::string_view id = assignment.raw.assignment;
  if (assignment.has_own_id) return std::string(id);
  counts->Add(WriteCount::kIdMadeUp);
  const std::string name = MadeUpName(assignment);
  return id.empty() ? name : fmt::format("{}#{}", id, name);
}

}  // namespace crowdclust
