#include "answers/mturk_cells.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "answers/group_text.h"
#include "answers/json_scan.h"
#include "base/error.h"
#include "base/json_fields.h"
#include "base/nearest_name.h"

namespace crowdclust {
namespace {

using nlohmann::json;
using Groups = std::vector<std::optional<std::string>>;

std::string ElementOfCell(const CellPlace& at, std::size_t index) {
  return fmt::format("{}:{}: element {} of {}", at.place, at.line, index + 1, at.column);
}

json ParseCell(std::string_view cell, const CellPlace& at) {
  if (cell.empty()) return json::array();
  return ParseJson(cell, at.place, at.line, at.column);
}

Groups GroupsOf(const json& array, const CellPlace& at) {
  if (!array.is_array()) {
    throw InputError(
        at.place, at.line,
        fmt::format("{} is {}; a JSON array with a group for each item is needed", at.column, array.dump()));
  }
  Groups groups;
  for (const json& group : array) groups.push_back(GroupText(group, ElementOfCell(at, groups.size())));
  return groups;
}

}  // namespace

std::vector<std::string> ReadMturkItems(std::string_view cell, const CellPlace& at) {
  std::vector<std::string> items;
  if (ScanStrings(cell, &items)) return items;
  items.clear();
  const json array = ParseCell(cell, at);
  if (!array.is_array()) {
    throw InputError(at.place, at.line,
                     fmt::format("{} is {}; a JSON array of strings is needed", at.column, array.dump()));
  }
  for (const json& item : array) items.push_back(IdText(item, ElementOfCell(at, items.size())));
  return items;
}

Groups ReadMturkGroups(std::string_view cell, const CellPlace& at) {
  return GroupsOf(ParseCell(cell, at), at);
}

Groups ReadMturkTaskAnswers(std::string_view cell, const CellPlace& at) {
  if (cell.empty()) return {};
  const json answers = ParseCell(cell, at);
  if (!answers.is_array() || answers.size() != 1 || !answers[0].is_object()) {
    throw InputError(
        at.place, at.line,
        fmt::format("{} is {}; a JSON array of one object is needed", at.column, answers.dump()));
  }
  const json& answer = answers[0];
  if (!answer.contains("groups")) {
    std::vector<std::string> fields;
    for (const auto& [name, ignored] : answer.items()) fields.push_back(name);
    throw InputError(at.place, at.line,
                     fmt::format("{} has no field 'groups' (fields: {}); name the form's answer 'groups'",
                                 at.column, JoinNames(fields)));
  }
  const json& groups = answer["groups"];
  const std::string column = fmt::format("groups of {}", at.column);
  const CellPlace inside = {at.place, at.line, column};
  return groups.is_string() ? ReadMturkGroups(groups.get_ref<const std::string&>(), inside)
                            : GroupsOf(groups, inside);
}

}  // namespace crowdclust
