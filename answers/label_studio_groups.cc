#include "answers/label_studio_groups.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_map>

#include "base/error.h"

namespace crowdclust {
namespace {

using nlohmann::json;

constexpr std::string_view kLeftInList = "_";

// Puts items into buckets, each once.
class Buckets {
 public:
  Buckets(std::span<const std::string> items, const std::string& where)
      : where_(where), bucket_of_(items.size(), nullptr) {
    for (std::size_t i = 0; i < items.size(); ++i) index_of_.emplace(items[i], i);
  }

  // `bucket` must last.
  void Put(const json& item, const std::string* bucket) {
    if (!item.is_string()) Fail(*bucket, item.dump(), "an item is an id in quotes");
    const auto found = index_of_.find(item.get_ref<const std::string&>());
    if (found == index_of_.end())
      Fail(*bucket, item.dump(), "which the task does not show; take it out or add it to the items");
    const std::string*& slot = bucket_of_[found->second];
    if (slot != nullptr)
      Fail(*bucket, item.dump(), fmt::format("which is in '{}' already; leave one of them", *slot));
    slot = bucket;
  }

  std::vector<std::optional<std::string>> Groups() const {
    std::vector<std::optional<std::string>> groups;
    for (const std::string* bucket : bucket_of_) {
      groups.emplace_back();
      if (bucket != nullptr && *bucket != kLeftInList) groups.back() = *bucket;
    }
    return groups;
  }

 private:
  [[noreturn]] void Fail(const std::string& bucket, const std::string& item, std::string_view rule) const {
    throw InputError(fmt::format("{}: bucket '{}' holds {}, {}", where_, bucket, item, rule));
  }

  const std::string& where_;
  std::unordered_map<std::string_view, std::size_t> index_of_;
  std::vector<const std::string*> bucket_of_;  // of each item; null for none
};

}  // namespace

std::vector<std::optional<std::string>> GroupsOfRanking(const LabelStudioRanking& ranking,
                                                        std::span<const std::string> items,
                                                        const std::string& where) {
  if (ranking.buckets == nullptr) return std::vector<std::optional<std::string>>(items.size());
  // Without buckets the tag's own name stands for the one list that it orders.
  if (!ranking.buckets->is_object() ||
      (ranking.buckets->size() == 1 && ranking.buckets->contains(ranking.name))) {
    throw InputError(
        fmt::format("{}: '{}' is a ranking without buckets; give the Ranker a Bucket for each group", where,
                    ranking.name));
  }
  Buckets buckets(items, where);
  for (const auto& [bucket, members] : ranking.buckets->get_ref<const json::object_t&>()) {
    if (!members.is_array()) {
      throw InputError(
          fmt::format("{}: bucket '{}' is {}; an array of ids is needed", where, bucket, members.dump()));
    }
    for (const json& item : members) buckets.Put(item, &bucket);
  }
  return buckets.Groups();
}

}  // namespace crowdclust
