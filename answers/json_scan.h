// The quick way through JSON that is as it should be: one pass, no tree.
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crowdclust {

// What one line of answers says; see ReadJsonLines. Empty where a field is missing.
struct JsonLineTexts {
  std::string hit, assignment, worker, status;
  bool golden = false;
  double seconds = std::numeric_limits<double>::quiet_NaN();
  bool has_items = false;
  bool has_groups = false;
  std::vector<std::string> items;
  std::vector<std::optional<std::string>> groups;  // as GroupText gives them
};

// Fills `texts` from an object whose fields are all known, each there once and of the type it must have, and
// whose groups are strings, whole numbers or null. False for all else, right or wrong: the caller then reads
// the line in full, to take it or to say what is wrong. `texts` may hold another line before.
bool ScanJsonLine(std::string_view line, JsonLineTexts* texts);

// The same for an array of strings.
bool ScanStrings(std::string_view array, std::vector<std::string>* strings);

// The same for an array of null, {} and {"group": g}, g a string, a whole number or null.
bool ScanGroupObjects(std::string_view array, std::vector<std::optional<std::string>>* groups);

// Whether the text is an array whose first element is an object with one of these fields. Reads to the first
// of them, or to the object's end.
bool FirstObjectHasOneOf(std::string_view array, std::span<const std::string_view> fields);

}  // namespace crowdclust
