#include "hits/hit_items.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <unordered_set>

#include "base/error.h"

namespace crowdclust {

std::vector<int> HitItemsFromJson(const nlohmann::json& names, const std::string& where, NameIndex* all) {
  std::vector<int> items;
  std::unordered_set<int> seen;
  for (const nlohmann::json& name : names) {
    if (!name.is_string()) throw InputError(fmt::format("{}: item {} must be a string", where, name.dump()));
    const auto& text = name.get_ref<const std::string&>();
    if (text.empty()) throw InputError(fmt::format("{}: an item without a name", where));
    const int item = all->Add(text);
    if (!seen.insert(item).second) {
      throw InputError(fmt::format("{}: item '{}' stands twice in the HIT; show it once", where, text));
    }
    items.push_back(item);
  }
  return items;
}

nlohmann::ordered_json HitItemsToJson(const std::vector<int>& items, const NameIndex& all) {
  nlohmann::ordered_json names = nlohmann::ordered_json::array();
  for (const int item : items) names.push_back(all.Name(item));
  return names;
}

}  // namespace crowdclust
