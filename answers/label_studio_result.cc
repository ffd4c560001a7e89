#include "answers/label_studio_result.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "answers/label_studio_fields.h"
#include "base/error.h"
#include "base/nearest_name.h"

namespace crowdclust {
namespace {

using nlohmann::json;

// The buckets of {"ranker": buckets}, null for all else.
const json* BucketsOf(const json& value) {
  return value.is_object() ? FilledField(value, "ranker") : nullptr;
}

// The buckets that a field of the short export holds, null where it holds none.
const json* ShortBucketsOf(const json& value) {
  return value.is_array() && value.size() == 1 ? BucketsOf(value[0]) : BucketsOf(value);
}

bool HoldsSome(const json& array, std::span<const std::string> items) {
  return std::ranges::any_of(array, [items](const json& member) {
    return member.is_string() &&
           std::ranges::find(items, member.get_ref<const std::string&>()) != items.end();
  });
}

// Whether it is buckets alone: an object of arrays, one of which holds an item.
bool LooksLikeBuckets(const json& value, std::span<const std::string> items) {
  return value.is_object() &&
         std::ranges::all_of(value, [](const json& member) { return member.is_array(); }) &&
         std::ranges::any_of(value, [items](const json& member) { return HoldsSome(member, items); });
}

[[noreturn]] void FailOfSeveral(const std::string& where, const std::vector<std::string>& names) {
  throw InputError(
      fmt::format("{}: {} may each hold the groups; leave one, for an assignment has one partition", where,
                  JoinNames(names)));
}

}  // namespace

LabelStudioRanking FindRanking(const json& results, const std::string& where,
                               std::vector<std::string>* others) {
  LabelStudioRanking found;
  std::vector<std::string> rankers;
  std::string other_type;
  for (const json& result : results) {
    if (!result.is_object()) {
      throw InputError(
          fmt::format("{}: a result is {}; an object with type and value is needed", where, result.dump()));
    }
    const std::string type = LabelStudioId(result, "type", where + ": a result");
    const std::string name = LabelStudioId(result, "from_name", where + ": a result");
    if (type != "ranker") {
      others->push_back(name.empty() ? type : name);
      if (other_type.empty()) other_type = fmt::format("'{}' of type '{}'", name, type);
      continue;
    }
    const json* value = FilledField(result, "value");
    rankers.push_back(name);
    found = {.name = name, .buckets = value == nullptr ? nullptr : BucketsOf(*value)};
    if (found.buckets == nullptr) {
      throw InputError(fmt::format("{}: the result '{}' has no value.ranker; an object of buckets is needed",
                                   where, name));
    }
  }
  if (rankers.size() > 1) FailOfSeveral(where, rankers);
  if (rankers.empty() && !others->empty()) {
    throw InputError(fmt::format(
        "{}: the result {}, where groups are the buckets of a Ranker; ask with a Ranker, or take these "
        "annotations out",
        where, other_type));
  }
  return found;
}

LabelStudioRanking FindShortRanking(const json& record, std::span<const std::string> items,
                                    const std::string& where) {
  LabelStudioRanking found;
  std::vector<std::string> rankers;
  for (const auto& [name, value] : record.items()) {
    const json* buckets = ShortBucketsOf(value);
    if (buckets == nullptr) continue;
    rankers.push_back(name);
    found = {.name = name, .buckets = buckets};
  }
  if (rankers.empty()) {
    for (const auto& [name, value] : record.items()) {
      if (!LooksLikeBuckets(value, items)) continue;
      rankers.push_back(name);
      found = {.name = name, .buckets = &value};
    }
  }
  if (rankers.size() > 1) FailOfSeveral(where, rankers);
  return found;
}

}  // namespace crowdclust
