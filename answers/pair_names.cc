#include "answers/pair_names.h"

#include <fmt/format.h>

#include <string_view>

namespace crowdclust {
namespace {

bool EndsInNumber(std::string_view name) {
  const std::size_t last = name.find_last_not_of("0123456789");
  return last != std::string_view::npos && name[last] == '#' && last + 1 < name.size();
}

}  // namespace

PairNames NamesOfPair(const AssignmentToWrite& assignment, std::int64_t pair, bool* numbered) {
  PairNames names = {.hit = std::string(assignment.raw.hit),
                     .assignment = std::string(assignment.raw.assignment)};
  std::string& told_by = names.hit.empty() ? names.assignment : names.hit;
  if (!told_by.empty() && (assignment.groups.rows > 2 || EndsInNumber(told_by))) {
    told_by += fmt::format("#{}", pair);
    *numbered = true;
  }
  return names;
}

}  // namespace crowdclust
