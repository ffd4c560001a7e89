#include "clustering/clustering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crowdclust {
namespace {

using ::testing::ElementsAre;

TEST(MakeClustering, LargestFirstAndLowestItemFirstAtATie) {
  const Clustering clustering = MakeClustering(std::vector<int>{7, 3, 3, -2, 3, -2, 7});
  EXPECT_EQ(clustering.num_clusters, 3);
  EXPECT_THAT(clustering.cluster_of_item, ElementsAre(1, 0, 0, 2, 0, 2, 1));
}

TEST(MakeClustering, OfNothingIsEmpty) { EXPECT_EQ(MakeClustering({}).num_clusters, 0); }

TEST(ItemsOfClusters, ListsEveryItemOnce) {
  const auto items = ItemsOfClusters(MakeClustering(std::vector<int>{1, 0, 0, 1, 0}));
  EXPECT_THAT(items, ElementsAre(ElementsAre(1, 2, 4), ElementsAre(0, 3)));
}

}  // namespace
}  // namespace crowdclust
