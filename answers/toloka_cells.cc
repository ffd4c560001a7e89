#include "answers/toloka_cells.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "answers/group_text.h"
#include "answers/json_scan.h"
#include "base/error.h"

namespace crowdclust {
namespace {

using nlohmann::json;

// Every "\," becomes ","; other pairs of a backslash and a character stay, so that a comma after an escaped
// backslash is left alone.
std::string UndoCommas(std::string_view cell) {
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '\\' && i + 1 < cell.size()) {
      if (cell[i + 1] != ',') text += cell[i];
      ++i;
    }
    text += cell[i];
  }
  return text;
}

std::string UndoAll(std::string_view cell) {
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '\\') continue;
    if (cell.substr(i).starts_with("\"\"")) ++i;
    text += cell[i];
  }
  return text;
}

// A cell with brackets already is no longer an array of strings or objects with these.
std::string InBrackets(std::string_view text) { return fmt::format("[{}]", text); }

std::string Element(const CellPlace& at, std::size_t index) {
  return fmt::format("{}:{}: element {} of {}", at.place, at.line, index + 1, at.column);
}

}  // namespace

json ParseTolokaArray(std::string_view cell, const CellPlace& at) {
  const auto try_text = [](std::string_view text) { return json::parse(text, nullptr, false); };
  json array = try_text(cell);
  if (!array.is_array()) array = try_text(InBrackets(cell));
  if (!array.is_array()) array = try_text(InBrackets(UndoCommas(cell)));
  if (!array.is_array()) array = try_text(InBrackets(UndoAll(cell)));
  if (array.is_array()) return array;
  throw InputError(
      at.place, at.line,
      fmt::format("{} is no array in JSON, with or without brackets: {}", at.column, cell.substr(0, 60)));
}

std::vector<std::string> ReadTolokaItems(std::string_view cell, const CellPlace& at) {
  std::vector<std::string> items;
  if (ScanStrings(InBrackets(cell), &items)) return items;
  items.clear();
  for (const json& element : ParseTolokaArray(cell, at)) {
    if (!element.is_string()) {
      throw InputError(Element(at, items.size()) + " is " + element.dump() +
                       "; an item is a string in quotes");
    }
    items.push_back(element.get<std::string>());
  }
  return items;
}

std::vector<std::optional<std::string>> ReadTolokaGroups(std::string_view cell, const CellPlace& at) {
  std::vector<std::optional<std::string>> groups;
  if (ScanGroupObjects(InBrackets(cell), &groups)) return groups;
  groups.clear();
  for (const json& element : ParseTolokaArray(cell, at)) {
    if (element.is_null() || (element.is_object() && element.empty())) {
      groups.emplace_back(std::nullopt);
      continue;
    }
    if (!element.is_object() || !element.contains("group")) {
      throw InputError(Element(at, groups.size()) + " is " + element.dump() +
                       "; one {\"group\": number, string or null} is needed for each item");
    }
    groups.push_back(GroupText(element["group"], Element(at, groups.size())));
  }
  return groups;
}

}  // namespace crowdclust
