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
    const LabelColumn& column = known.columns[0];
    const int main = column.labels.Find(plan.clusters.Name(hit.main_cluster));
    const auto size = static_cast<int>(std::ranges::count(column.label_of_item, main));
    ASSERT_EQ(static_cast<int>(hit.items.size()), std::min(size, options.per_hit - 1) + 1);
    const int intruder = hit.items[static_cast<std::size_t>(hit.right_answer)];
    const std::set<int> all(hit.items.begin(), hit.items.end());
    EXPECT_EQ(all.size(), hit.items.size());
    EXPECT_TRUE(contents.emplace(all, intruder).second) << "a HIT twice";
    EXPECT_TRUE(names.insert(hit.name).second);
    EXPECT_NE(hit.main_cluster, hit.other_cluster);
    for (const int item : hit.items) {
      const int expected = item == intruder ? hit.other_cluster : hit.main_cluster;
      EXPECT_EQ(cluster_of(plan.items.Name(item)), plan.clusters.Name(expected));
    }
  }
}

// What the result says of the clusters holds of the HITs.
void CheckShares(const IntruderOptions& options, const MadeIntruders& made) {
  std::map<std::string, std::int64_t> made_of;
  for (const IntruderHit& hit : made.plan.hits) ++made_of[made.plan.clusters.Name(hit.main_cluster)];
  std::int64_t shares = 0, distinct = 0;
  for (std::size_t i = 0; i < made.shares.size(); ++i) {
    const HitShare& share = made.shares[i];
    EXPECT_EQ(share.per_hit, std::min(options.per_hit, share.size + 1));
    EXPECT_GE(share.per_hit, 3);
    EXPECT_EQ(share.made, made_of[share.cluster]);
    EXPECT_LE(share.made, share.distinct);
    EXPECT_GE(share.made, std::min(share.share, share.distinct));
    if (i > 0) {
      EXPECT_LE(share.size, made.shares[i - 1].size);
      EXPECT_LE(share.share, made.shares[i - 1].share);
    }
    shares += share.share;
    distinct += share.distinct;
  }
  EXPECT_LE(made.shares.front().share - made.shares.back().share, 1);
  EXPECT_EQ(shares, options.count);
  for (const SmallCluster& small : made.too_small) EXPECT_EQ(small.size, 1);
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
    EXPECT_EQ(made.shares.size() + made.too_small.size(), sizes.size());
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
  const MadeIntruders made = Make(ClustersOf({11, 18, 9, 13, 1}, &random), {.count = 102, .per_hit = 8});
  std::vector<std::int64_t> shares;
  for (const HitShare& share : made.shares) shares.push_back(share.made);
  EXPECT_THAT(shares, ElementsAre(26, 26, 25, 25));
  ASSERT_THAT(made.too_small, SizeIs(1));
  EXPECT_EQ(made.too_small[0].cluster, "4");
  EXPECT_EQ(made.too_small[0].size, 1);
  EXPECT_EQ(made.shares[0].cluster, "1");
  EXPECT_EQ(made.shares[0].distinct, 31824 * 34);  // C(18, 7) = 31,824
}

// Cluster 0 has C(3, 2) * 2 = 6 different HITs, cluster 1 C(2, 2) * 3 = 3.
TEST(MakeIntruders, MakesAllWhereThereAreFewer) {
  Random random(testing::TestSeed(), 4);
  const KnownLabels known = ClustersOf({3, 2}, &random);
  const MadeIntruders made = Make(known, {.count = 100, .per_hit = 3});
  EXPECT_EQ(made.plan.num_hits(), 9);
  EXPECT_EQ(made.shortfall, 91);
  EXPECT_EQ(made.shares[0].made, 6);
  EXPECT_EQ(made.shares[1].made, 3);
  CheckHits(known, {.count = 100, .per_hit = 3}, made.plan);
}

TEST(MakeIntruders, AClusterWithFewerLeavesItsShareToTheOthers) {
  Random random(testing::TestSeed(), 5);
  const MadeIntruders made = Make(ClustersOf({3, 2}, &random), {.count = 8, .per_hit = 3});
  EXPECT_EQ(made.shares[1].share, 4);
  EXPECT_EQ(made.shares[1].made, 3);
  EXPECT_EQ(made.shares[0].made, 5);
  EXPECT_EQ(made.shortfall, 0);
}

TEST(MakeIntruders, SmallClustersStillGiveIntruders) {
  Random random(testing::TestSeed(), 6);
  const MadeIntruders made = Make(ClustersOf({20, 20, 1}, &random), {.count = 200, .per_hit = 5});
  int from_small = 0, first_place = 0;
  for (const IntruderHit& hit : made.plan.hits) {
    from_small += made.plan.clusters.Name(hit.other_cluster) == "2";
    first_place += hit.right_answer == 0;
  }
  EXPECT_GT(from_small, 60);  // half of 200 expected: each other cluster is as likely, whatever its size
  EXPECT_LT(from_small, 140);
  EXPECT_GT(first_place, 10);  // a fifth of 200 expected
  EXPECT_LT(first_place, 80);
}

TEST(MakeIntruders, SmallClustersShowAllTheyHave) {
  Random random(testing::TestSeed(), 8);
  const MadeIntruders made = Make(ClustersOf({20, 4, 2}, &random), {.count = 30, .per_hit = 8});
  std::map<std::string, std::size_t> items_of;
  for (const IntruderHit& hit : made.plan.hits)
    items_of[made.plan.clusters.Name(hit.main_cluster)] = hit.items.size();
  EXPECT_EQ(items_of, (std::map<std::string, std::size_t>{{"0", 8}, {"1", 5}, {"2", 3}}));
}

TEST(MakeIntruders, StratifiedAsksEveryOrderedPairAlike) {
  Random random(testing::TestSeed(), 9);
  const KnownLabels known = ClustersOf({12, 9, 9, 7}, &random);
  const IntruderOptions options{.count = 125, .per_hit = 6, .choice = IntruderChoice::kStratified};
  const MadeIntruders made = Make(known, options);
  CheckHits(known, options, made.plan);
  std::map<std::pair<int, int>, int> hits_of_pair;
  std::map<int, int> hits_of_main;
  for (const IntruderHit& hit : made.plan.hits) {
    ++hits_of_pair[{hit.main_cluster, hit.other_cluster}];
    ++hits_of_main[hit.main_cluster];
  }
  EXPECT_EQ(hits_of_pair.size(), 12U);
  for (const auto& [pair, hits] : hits_of_pair) EXPECT_TRUE(hits == 10 || hits == 11) << hits;
  for (const auto& [main, hits] : hits_of_main) EXPECT_NEAR(hits, 125 / 4.0, 1) << main;
}

TEST(MakeIntruders, UniformNamesNoIntrudersCluster) {
  Random random(testing::TestSeed(), 11);
  for (const HitShare& share : Make(ClustersOf({5, 5}, &random), {.count = 4, .per_hit = 4}).shares)
    EXPECT_EQ(share.other_cluster, "");
}

TEST(MakeIntruders, NearestTakesTheOneNamedAndAnyWhereNoneIs) {
  Random random(testing::TestSeed(), 10);
  const KnownLabels known = ClustersOf({12, 9, 9}, &random);
  const LabelColumn& column = known.columns[0];
  const auto label = [&column](const char* name) { return column.labels.Find(name); };
  IntruderOptions options{.count = 90, .per_hit = 6, .choice = IntruderChoice::kNearest};
  options.nearest.resize(3, -1);
  options.nearest[static_cast<std::size_t>(label("0"))] = label("2");
  options.nearest[static_cast<std::size_t>(label("1"))] = label("0");
  std::map<std::string, std::set<std::string>> others;
  const MadeIntruders made = Make(known, options);
  CheckHits(known, options, made.plan);
  for (const IntruderHit& hit : made.plan.hits)
    others[made.plan.clusters.Name(hit.main_cluster)].insert(made.plan.clusters.Name(hit.other_cluster));
  EXPECT_EQ(others,
            (std::map<std::string, std::set<std::string>>{{"0", {"2"}}, {"1", {"0"}}, {"2", {"0", "1"}}}));
}

TEST(MakeIntruders, RefusesWhatHasNoIntruder) {
  Random random(testing::TestSeed(), 7);
  EXPECT_EQ(ErrorOf([&] { Make(ClustersOf({9}, &random), {}); }),
            "clusters.tsv: one cluster only ('0'); an intruder comes from another, so give two or more");
  EXPECT_THAT(ErrorOf([&] {
                Make(ClustersOf({1, 1, 1}, &random), {});
              }),
              HasSubstr("clusters.tsv: no cluster has two items"));
}

}  // namespace
}  // namespace crowdclust
