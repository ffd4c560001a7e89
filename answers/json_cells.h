// Items and groups as JSON, for the formats that hold them so.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "answers/named_groups.h"
#include "answers/write_counts.h"

namespace crowdclust {

// Longer ones are refused by the readers of JSON.
inline constexpr double kLongestJsonSeconds = 1e9;

// "x","y", … without brackets.
void AppendJsonItems(std::span<const std::string_view> items, std::string* json);

// The name of a group as GroupText reads it: 2 for the name 2, "round" for the name round, null for none.
void AppendJsonGroup(std::string_view name, std::string* json);

// The groups of each item with commas between, without brackets.
void AppendJsonGroups(const NamedGroups& groups, std::string* json);

// The shortest text that is read as these seconds. None where they are not known or above
// kLongestJsonSeconds, which is counted.
std::optional<std::string> JsonSeconds(double seconds, WriteCounts* counts);

}  // namespace crowdclust
