#include "answers/column_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/error.h"
#include "base/nearest_name.h"

namespace crowdclust {
namespace {

constexpr std::array<std::pair<std::string_view, std::string ColumnMap::*>, 8> kKeys = {{
    {"worker", &ColumnMap::worker},
    {"item", &ColumnMap::item},
    {"group", &ColumnMap::group},
    {"hit", &ColumnMap::hit},
    {"assignment", &ColumnMap::assignment},
    {"seconds", &ColumnMap::seconds},
    {"status", &ColumnMap::status},
    {"golden", &ColumnMap::golden},
}};

}  // namespace

std::pair<std::size_t, std::string> SplitMapEntry(const std::string& entry,
                                                  std::span<const std::string> keys) {
  const std::size_t equals = entry.find('=');
  if (equals == std::string::npos || equals + 1 == entry.size())
    throw InputError(fmt::format("--map {}: give a key and a column, as in worker=annotator", entry));
  const std::string key = entry.substr(0, equals);
  const auto found = std::ranges::find(keys, key);
  if (found == keys.end()) {
    throw InputError(fmt::format("--map {}: no key '{}'; nearest is '{}' (keys: {})", entry, key,
                                 NearestName(key, keys), JoinNames(keys)));
  }
  return {static_cast<std::size_t>(found - keys.begin()), entry.substr(equals + 1)};
}

ColumnMap ParseColumnMap(std::span<const std::string> entries) {
  std::vector<std::string> keys;
  for (const auto& [name, member] : kKeys) keys.emplace_back(name);
  ColumnMap map;
  for (const std::string& entry : entries) {
    const auto [key, name] = SplitMapEntry(entry, keys);
    std::string& column = map.*(kKeys[key].second);
    if (!column.empty()) {
      throw InputError(
          fmt::format("--map {}: {} is column '{}' already; map it once", entry, keys[key], column));
    }
    column = name;
  }
  return map;
}

std::vector<std::pair<std::string, std::string>> MappedColumns(const ColumnMap& map) {
  std::vector<std::pair<std::string, std::string>> mapped;
  for (const auto& [key, member] : kKeys) {
    if (!(map.*member).empty()) mapped.emplace_back(key, map.*member);
  }
  return mapped;
}

}  // namespace crowdclust
