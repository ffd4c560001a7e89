#include "report/clusters_json.h"

#include <nlohmann/json.hpp>

#include "base/json_number.h"
#include "clustering/hierarchy.h"

namespace crowdclust {

using Json = nlohmann::ordered_json;

namespace {

Json WordsJson(const Answers& answers, const ClusterWords& words) {
  Json list = Json::array();
  for (const WordCount& count : words.most)
    list.push_back({{"word", answers.group_words.words.Name(count.word)}, {"rows", count.rows}});
  return list;
}

}  // namespace

Json ClustersJson(const Answers& answers, const RunSummary& summary) {
  Json clusters = Json::array();
  for (std::size_t k = 0; k < summary.clusters.size(); ++k) {
    const ClusterSummary& cluster = summary.clusters[k];
    Json medoids = Json::array();
    for (const int item : cluster.medoids) medoids.push_back(answers.items.Name(item));
    const ClusterWords words = summary.words.empty() ? ClusterWords() : summary.words[k];
    clusters.push_back({{"cluster", k},
                        {"size", cluster.size},
                        {"stability_over_restarts", NumberOrNull(cluster.restart_stability)},
                        {"stability_over_bootstrap", NumberOrNull(cluster.bootstrap_stability)},
                        {"cohesion", NumberOrNull(cluster.cohesion)},
                        {"medoids", std::move(medoids)},
                        {"nearest_cluster", cluster.nearest < 0 ? Json() : Json(cluster.nearest)},
                        {"nearest_togetherness", NumberOrNull(cluster.nearest_togetherness)},
                        {"words", WordsJson(answers, words)},
                        {"more_words", words.more}});
  }
  return {{"clusters", std::move(clusters)}, {"tree_newick", Newick(summary.tree)}};
}

}  // namespace crowdclust
