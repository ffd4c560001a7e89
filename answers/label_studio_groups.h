// Groups in the buckets of Label Studio's Ranker tag.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "answers/label_studio_result.h"

namespace crowdclust {

// The group of each item: the name of its bucket, none for what is in no bucket or in "_", where Label Studio
// keeps what was left in the list. `where` names the annotation in messages. Throws InputError for a ranking
// without buckets, an item that the task does not show, and an item in two places. O(items).
std::vector<std::optional<std::string>> GroupsOfRanking(const LabelStudioRanking& ranking,
                                                        std::span<const std::string> items,
                                                        const std::string& where);

}  // namespace crowdclust
