#include "intruders/make_intruders.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "intruders/intruder_file.h"
#include "tests/intruders/small_plans.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::ClustersOf;
using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

MadeIntruders Make(const KnownLabels& known, const IntruderOptions& options) {
  return MakeIntruders(known.items, known.columns[0], options, "clusters.tsv");
}

// Every HIT: M different items, M - 1 of the main cluster, the intruder at its place, and none twice.
void CheckHits(const KnownLabels& known, const IntruderOptions& options, const IntruderPlan& plan) {
  const LabelColumn& clusters = known.columns[0];
  const auto cluster_of = [&](const std::string& item) {
    return clusters.labels.Name(clusters.label_of_item[static_cast<std::size_t>(known.items.Find(item))]);
  };
  std::set<std::pair<std::set<int>, int>> contents;
  std::set<std::string> names;
  for (const IntruderHit& hit : plan.hits) {
    ASSERT_EQ(static_cast<int>(hit.items.size()), options.per_hit);
    const int intruder = hit.items[static_cast<std::size_t>(hit.intruder_position)];
    const std::set<int> all(hit.items.begin(), hit.items.end());
    EXPECT_EQ(all.size(), hit.items.size());
    EXPECT_TRUE(contents.emplace(all, intruder).second) << "a HIT twice";
    EXPECT_TRUE(names.insert(hit.name).second);
    EXPECT_NE(hit.main_cluster, hit.intruder_cluster);
    for (const int item : hit.items) {
      const int expected = item == intruder ? hit.intruder_cluster : hit.main_cluster;
      EXPECT_EQ(cluster_of(plan.items.Name(item)), plan.clusters.Name(expected));
    }
  }
}

// What the result says of the clusters holds of the HITs.
void CheckShares(const IntruderOptions& options, const MadeIntruders& made) {
  std::map<std::string, std::int64_t> made_of;
  for (const IntruderHit& hit : made.plan.hits) ++made_of[made.plan.clusters.Name(hit.main_cluster)];
  std::int64_t shares = 0, distinct = 0;
  for (std::size_t i = 0; i < made.main_clusters.size(); ++i) {
    const MainClusterShare& share = made.main_clusters[i];
    EXPECT_GE(share.size, options.per_hit - 1);
    EXPECT_EQ(share.made, made_of[share.cluster]);
    EXPECT_LE(share.made, share.distinct);
    EXPECT_GE(share.made, std::min(share.share, share.distinct));
    if (i > 0) {
      EXPECT_LE(share.size, made.main_clusters[i - 1].size);
      EXPECT_LE(share.share, made.main_clusters[i - 1].share);
    }
    shares += share.share;
    distinct += share.distinct;
  }
  EXPECT_LE(made.main_clusters.front().share - made.main_clusters.back().share, 1);
  EXPECT_EQ(shares, options.count);
  for (const SmallCluster& small : made.too_small) EXPECT_LT(small.size, options.per_hit - 1);
  EXPECT_EQ(made.plan.num_hits(), std::min(options.count, distinct));
  EXPECT_EQ(made.shortfall, options.count - made.plan.num_hits());
}

TEST(MakeIntruders, KeepsItsPromisesForAnyClusters) {
  Random random(testing::TestSeed(), 1);
  for (int round = 0; round < 200; ++round) {
    IntruderOptions options{.count = 1 + random.Below(150),
                            .per_hit = 3 + random.Below(4),
                            .overlap = 2,
                            .reward = 0.1,
                            .seed = random.Next()};
    std::vector<int> sizes = {options.per_hit - 1 + random.Below(6), 1 + random.Below(10)};
    for (int more = random.Below(5); more > 0; --more) sizes.push_back(1 + random.Below(10));
    const KnownLabels known = ClustersOf(sizes, &random);
    const MadeIntruders made = Make(known, options);
    SCOPED_TRACE(round);
    CheckHits(known, options, made.plan);
    CheckShares(options, made);
    EXPECT_EQ(made.main_clusters.size() + made.too_small.size(), sizes.size());
    EXPECT_EQ(made.plan.overlap, 2);
    EXPECT_EQ(made.plan.reward, 0.1);
  }
}

TEST(MakeIntruders, EqualSeedsEqualBytes) {
  Random random(testing::TestSeed(), 2);
  const KnownLabels known = ClustersOf({12, 9, 30, 4}, &random);
  const auto lines = [&known](std::uint64_t seed) {
    return IntruderHitLines(Make(known, {.count = 50, .per_hit = 5, .seed = seed}).plan);
  };
  EXPECT_EQ(lines(7), lines(7));
  EXPECT_NE(lines(7), lines(8));
}

TEST(MakeIntruders, TheRestGoesToTheLargest) {
  Random random(testing::TestSeed(), 3);
  const MadeIntruders made = Make(ClustersOf({11, 18, 9, 13, 3}, &random), {.count = 102, .per_hit = 8});
  std::vector<std::int64_t> shares;
  for (const MainClusterShare& share : made.main_clusters) shares.push_back(share.made);
  EXPECT_THAT(shares, ElementsAre(26, 26, 25, 25));
  ASSERT_THAT(made.too_small, SizeIs(1));
  EXPECT_EQ(made.too_small[0].cluster, "4");
  EXPECT_EQ(made.too_small[0].size, 3);
  EXPECT_EQ(made.main_clusters[0].cluster, "1");
  EXPECT_EQ(made.main_clusters[0].distinct, 31824 * 36);  // C(18, 7) = 31,824
}

// Cluster 0 has C(3, 2) * 2 = 6 different HITs, cluster 1 C(2, 2) * 3 = 3.
TEST(MakeIntruders, MakesAllWhereThereAreFewer) {
  Random random(testing::TestSeed(), 4);
  const KnownLabels known = ClustersOf({3, 2}, &random);
  const MadeIntruders made = Make(known, {.count = 100, .per_hit = 3});
  EXPECT_EQ(made.plan.num_hits(), 9);
  EXPECT_EQ(made.shortfall, 91);
  EXPECT_EQ(made.main_clusters[0].made, 6);
  EXPECT_EQ(made.main_clusters[1].made, 3);
  CheckHits(known, {.count = 100, .per_hit = 3}, made.plan);
}

TEST(MakeIntruders, AClusterWithFewerLeavesItsShareToTheOthers) {
  Random random(testing::TestSeed(), 5);
  const MadeIntruders made = Make(ClustersOf({3, 2}, &random), {.count = 8, .per_hit = 3});
  EXPECT_EQ(made.main_clusters[1].share, 4);
  EXPECT_EQ(made.main_clusters[1].made, 3);
  EXPECT_EQ(made.main_clusters[0].made, 5);
  EXPECT_EQ(made.shortfall, 0);
}

TEST(MakeIntruders, SmallClustersStillGiveIntruders) {
  Random random(testing::TestSeed(), 6);
  const MadeIntruders made = Make(ClustersOf({20, 20, 1}, &random), {.count = 200, .per_hit = 5});
  int from_small = 0, first_place = 0;
  for (const IntruderHit& hit : made.plan.hits) {
    from_small += made.plan.clusters.Name(hit.intruder_cluster) == "2";
    first_place += hit.intruder_position == 0;
  }
  EXPECT_GT(from_small, 60);  // half of 200 expected: each other cluster is as likely, whatever its size
  EXPECT_LT(from_small, 140);
  EXPECT_GT(first_place, 10);  // a fifth of 200 expected
  EXPECT_LT(first_place, 80);
}

TEST(MakeIntruders, RefusesWhatHasNoIntruder) {
  Random random(testing::TestSeed(), 7);
  EXPECT_EQ(ErrorOf([&] { Make(ClustersOf({9}, &random), {}); }),
            "clusters.tsv: one cluster only ('0'); an intruder comes from another, so give two or more");
  EXPECT_THAT(ErrorOf([&] {
                Make(ClustersOf({6, 5, 6}, &random), {});
              }),
              HasSubstr("no cluster has the 7 items of one cluster that a HIT of 8 shows; the largest, "));
}

}  // namespace
}  // namespace crowdclust
