// Which cluster people confuse each cluster with most, as an earlier run found.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/name_index.h"

namespace crowdclust {

// From a clusters.json (docs/formats.md): of each of `labels` the index of its nearest one, -1 where it is
// not known. Throws InputError with place: text that is no such file, and a cluster there that `labels`
// lacks.
std::vector<int> ParseNearestClusters(std::string_view text, const std::string& place,
                                      const NameIndex& labels);

// ParseNearestClusters on the file's text.
std::vector<int> ReadNearestClusters(const std::filesystem::path& path, const NameIndex& labels);

}  // namespace crowdclust
