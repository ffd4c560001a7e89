#include "intruders/nearest_clusters.h"

#include <gmock/gmock.h>

#include "tests/intruders/small_plans.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::HasSubstr;

NameIndex Labels() {
  NameIndex labels;
  for (const char* name : {"2", "0", "1"}) labels.Add(name);
  return labels;
}

TEST(ParseNearestClusters, GoesByNames) {
  EXPECT_THAT(ParseNearestClusters(
                  R"({"clusters":[{"cluster":0,"nearest_cluster":2},{"cluster":1,"nearest_cluster":0},
      {"cluster":2,"nearest_cluster":null}]})",
                  "clusters.json", Labels()),
              ElementsAre(-1, 0, 1));
}

TEST(ParseNearestClusters, ErrorsNameTheFile) {
  const auto error = [](const char* text) {
    return ErrorOf([&] { ParseNearestClusters(text, "clusters.json", Labels()); });
  };
  EXPECT_THAT(error("[]"), HasSubstr("clusters.json: no list 'clusters'"));
  EXPECT_THAT(error(R"({"clusters":[{}]})"), HasSubstr("clusters.json: a cluster without 'cluster'"));
  EXPECT_THAT(error(R"({"clusters":[{"cluster":7,"nearest_cluster":0}]})"),
              HasSubstr("clusters.json: cluster 7 is not among the clusters given"));
  EXPECT_THAT(error("{"), HasSubstr("clusters.json"));
}

}  // namespace
}  // namespace crowdclust
