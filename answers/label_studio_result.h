// Where an annotation of Label Studio has its groups: in the answer of its Ranker tag.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crowdclust {

// One Ranker's answer within a task, which must outlive it.
struct LabelStudioRanking {
  std::string name;                         // of the Ranker tag
  const nlohmann::json* buckets = nullptr;  // null where the Ranker was left as it was
};

// In what follows `where` names the annotation in messages: "a.json:17: task 3: annotation 1".

// The Ranker's answer among the results of an annotation; those of other tags go to `others`, by name. Throws
// InputError for several Rankers, and for results without a Ranker's, of which the first is named with its
// type.
LabelStudioRanking FindRanking(const nlohmann::json& results, const std::string& where,
                               std::vector<std::string>* others);

// The same in a record of the short export, where a tag's field holds [{"ranker": buckets}], {"ranker":
// buckets} or, where there is none of these, the buckets alone: an object of arrays, in which some item
// stands. Throws InputError for several.
LabelStudioRanking FindShortRanking(const nlohmann::json& record, std::span<const std::string> items,
                                    const std::string& where);

}  // namespace crowdclust
