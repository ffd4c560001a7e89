#include "answers/json_cells.h"

#include <fmt/format.h>

#include <cmath>

#include "base/json_text.h"

namespace crowdclust {
namespace {

// Whether the number in JSON is read as this very text.
bool IsPlainInteger(std::string_view text) {
  constexpr std::size_t kMostDigits = 15;
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.size() <= kMostDigits && text.front() != '0' &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

void AppendJsonItems(std::span<const std::string_view> items, std::string* json) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) *json += ',';
    AppendJsonString(items[i], json);
  }
}

void AppendJsonGroup(std::string_view name, std::string* json) {
  if (name.empty()) {
    *json += "null";
  } else if (name == "0" || IsPlainInteger(name)) {
    *json += name;
  } else {
    AppendJsonString(name, json);
  }
}

void AppendJsonGroups(const NamedGroups& groups, std::string* json) {
  for (std::size_t i = 0; i < groups.group_of_item.size(); ++i) {
    if (i > 0) *json += ',';
    AppendJsonGroup(groups.NameOf(i), json);
  }
}

std::optional<std::string> JsonSeconds(double seconds, WriteCounts* counts) {
  if (std::isnan(seconds)) return std::nullopt;
  if (seconds <= kLongestJsonSeconds) return fmt::format("{}", seconds);
  counts->Add(WriteCount::kSeconds);
  return std::nullopt;
}

}  // namespace crowdclust
