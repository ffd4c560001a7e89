#include "intruders/make_twins.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

#include "intruders/intruder_file.h"
#include "intruders/simulate_intruders.h"
#include "tests/intruders/small_plans.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::ClustersOf;
using testing::ErrorOf;
using ::testing::HasSubstr;

TEST(MakeTwins, EveryPairAndEveryClusterAlone) {
  Random random(testing::TestSeed(), 1);
  for (int round = 0; round < 60; ++round) {
    const KnownLabels known =
        ClustersOf({9 + random.Below(9), 3 + random.Below(7), 2 + random.Below(7), 1}, &random);
    const LabelColumn& column = known.columns[0];
    const IntruderOptions options{.count = 60, .per_hit = 4 + random.Below(6), .seed = random.Next()};
    const MadeIntruders made = MakeTwins(known.items, column, options, "c.tsv");
    std::map<std::pair<int, int>, int> hits_of_pair;
    std::set<std::set<int>> contents;
    for (const IntruderHit& hit : made.plan.hits) {
      ++hits_of_pair[{hit.main_cluster, hit.other_cluster}];
      EXPECT_EQ(hit.right_answer, hit.main_cluster == hit.other_cluster ? 0 : 1);
      std::map<int, int> items_of_label;
      for (const int item : hit.items)
        ++items_of_label[column.label_of_item[static_cast<std::size_t>(
            known.items.Find(made.plan.items.Name(item)))]];
      EXPECT_EQ(static_cast<int>(items_of_label.size()), hit.right_answer + 1);
      for (const auto& [label, items] : items_of_label) {
        EXPECT_GE(items, 2);
        EXPECT_LE(items, hit.right_answer == 1 ? (options.per_hit + 1) / 2 : options.per_hit);
      }
      EXPECT_TRUE(contents.insert({hit.items.begin(), hit.items.end()}).second) << "a HIT twice";
    }
    EXPECT_EQ(made.plan.num_hits() + made.shortfall, 60);
    EXPECT_EQ(made.too_small.size(), 1U);
    for (const HitShare& share : made.shares) {
      EXPECT_LE(share.made, share.distinct);
      if (share.distinct >= 60) {
        EXPECT_GE(share.made, share.share);
      }
    }
  }
}

TEST(MakeTwins, EqualSeedsEqualBytesAndErrors) {
  Random random(testing::TestSeed(), 2);
  const KnownLabels known = ClustersOf({12, 9, 5}, &random);
  const auto lines = [&known](std::uint64_t seed) {
    return IntruderHitLines(
        MakeTwins(known.items, known.columns[0], {.count = 20, .seed = seed}, "c.tsv").plan);
  };
  EXPECT_EQ(lines(3), lines(3));
  EXPECT_NE(lines(3), lines(4));
  const KnownLabels lone = ClustersOf({6, 1, 1}, &random);
  EXPECT_THAT(ErrorOf([&] { MakeTwins(lone.items, lone.columns[0], {}, "c.tsv"); }),
              HasSubstr("c.tsv: fewer than two clusters of two items"));
}

TEST(CountGroups, SeesTwoWhereAQuarterDiffers) {
  Random random(testing::TestSeed(), 3);
  SimulatedWorker worker;
  worker.label_of_item = {0, 0, 0, 0, 1, 1, 2, 3};
  const auto says = [&](const std::vector<int>& items) { return CountGroups(worker, items, &random); };
  EXPECT_EQ(says({0, 1, 2, 3}), 0);
  EXPECT_EQ(says({0, 1, 4, 5}), 1);
  EXPECT_EQ(says({0, 1, 2, 4}), 1);
  EXPECT_EQ(says({0, 1, 2, 3, 4}), 0);
  worker.noise = 1;
  EXPECT_EQ(says({0, 1, 2, 3}), 1);
}

}  // namespace
}  // namespace crowdclust
