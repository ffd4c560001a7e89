#include "report/clusters_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/run_summary.h"

namespace crowdclust {
namespace {

TEST(ClustersJson, NamesTheWordsOfEveryCluster) {
  Answers answers;
  answers.items.Add("apple");
  for (const char* word : {"fruit", "says \"eat\""}) answers.group_words.words.Add(word);
  RunSummary summary;
  summary.clusters.resize(2);
  summary.tree = {.num_leaves = 2, .merges = {{.first = 0, .second = 1, .height = 0.5}}};
  summary.clusters[0] = {.size = 1, .medoids = {0}};
  summary.words = {{.most = {{.word = 1, .rows = 5}, {.word = 0, .rows = 2}}, .more = 3}, {}};
  const nlohmann::json json = nlohmann::json::parse(ClustersJson(answers, summary).dump());
  EXPECT_EQ(json["clusters"][0]["words"],
            nlohmann::json::parse(R"([{"word": "says \"eat\"", "rows": 5}, {"word": "fruit", "rows": 2}])"));
  EXPECT_EQ(json["clusters"][0]["more_words"], 3);
  EXPECT_EQ(json["clusters"][0]["medoids"], nlohmann::json::array({"apple"}));
  EXPECT_EQ(json["clusters"][1]["words"], nlohmann::json::array());
  EXPECT_EQ(json["clusters"][1]["more_words"], 0);
}

TEST(ClustersJson, WithoutWordsTheListsAreEmpty) {
  RunSummary summary;
  summary.clusters.resize(1);
  summary.tree.num_leaves = 1;
  const nlohmann::json json = nlohmann::json::parse(ClustersJson({}, summary).dump());
  EXPECT_EQ(json["clusters"][0]["words"], nlohmann::json::array());
}

}  // namespace
}  // namespace crowdclust
