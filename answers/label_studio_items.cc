#include "answers/label_studio_items.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/json_fields.h"
#include "base/nearest_name.h"

namespace crowdclust {
namespace {

using nlohmann::json;

bool IsListOfItems(const json& value) {
  return value.is_array() && !value.empty() && std::ranges::all_of(value, [](const json& element) {
           return element.is_object() && element.contains("id");
         });
}

}  // namespace

std::string LabelStudioItemsField(const json& data, const std::string& where) {
  if (data.contains("items")) return "items";
  std::vector<std::string> lists;
  for (const auto& [name, value] : data.items()) {
    if (IsListOfItems(value)) lists.push_back(name);
  }
  if (lists.size() == 1) return lists[0];
  if (lists.empty()) {
    throw InputError(where +
                     ": no list of items; an array of objects with 'id', such as "
                     "\"items\":[{\"id\":\"x\"},{\"id\":\"y\"}], is needed in the task's data");
  }
  throw InputError(
      fmt::format("{}: {} may each be the items; name the right one 'items'", where, JoinNames(lists)));
}

std::vector<std::string> LabelStudioItems(const json& data, const std::string& field,
                                          const std::string& where) {
  const json& list = data.at(field);
  if (!list.is_array()) {
    throw InputError(
        fmt::format("{}: field '{}' must be an array of the items, not {}", where, field, list.type_name()));
  }
  std::vector<std::string> items;
  for (const json& item : list) {
    const std::string which = fmt::format("{}: item {} of '{}'", where, items.size() + 1, field);
    if (!item.is_object() || !item.contains("id"))
      throw InputError(fmt::format("{} is {}; an object with 'id' is needed", which, item.dump()));
    items.push_back(IdText(item["id"], which + ": its id"));
  }
  return items;
}

}  // namespace crowdclust
