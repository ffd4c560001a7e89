#include "intruders/nearest_clusters.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/input_file.h"
#include "base/json_fields.h"

namespace crowdclust {
namespace {

int LabelOf(const nlohmann::json& cluster, const std::string& place, const NameIndex& labels) {
  const std::string name = cluster.is_string() ? cluster.get<std::string>() : cluster.dump();
  const int label = labels.Find(name);
  if (label >= 0) return label;
  throw InputError(
      fmt::format("{}: cluster {} is not among the clusters given; use the clusters.json written beside them",
                  place, name));
}

}  // namespace

std::vector<int> ParseNearestClusters(std::string_view text, const std::string& place,
                                      const NameIndex& labels) {
  const nlohmann::json json = ParseJson(CheckText(text, place), place);
  if (!json.is_object() || !json.contains("clusters") || !json["clusters"].is_array())
    throw InputError(place + ": no list 'clusters'; a clusters.json of 'crowdclust aggregate' is needed");
  std::vector<int> nearest(static_cast<std::size_t>(labels.size()), -1);
  for (const nlohmann::json& cluster : json["clusters"]) {
    if (!cluster.is_object() || !cluster.contains("cluster") || !cluster.contains("nearest_cluster"))
      throw InputError(place +
                       ": a cluster without 'cluster' and 'nearest_cluster'; a clusters.json of 'crowdclust "
                       "aggregate' is needed");
    if (cluster["nearest_cluster"].is_null()) continue;
    const int label = LabelOf(cluster["cluster"], place, labels);
    const int other = LabelOf(cluster["nearest_cluster"], place, labels);
    if (label != other) nearest[static_cast<std::size_t>(label)] = other;
  }
  return nearest;
}

std::vector<int> ReadNearestClusters(const std::filesystem::path& path, const NameIndex& labels) {
  return ParseNearestClusters(ReadFile(path), path.string(), labels);
}

}  // namespace crowdclust
