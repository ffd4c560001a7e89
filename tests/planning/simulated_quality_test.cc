#include "planning/simulated_quality.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "planning/simulated_study.h"
#include "tests/planning/numbered_items.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using testing::NumberedItems;
using ::testing::SizeIs;
using testing::TestSeed;

StudyModel SmallModel() {
  return {.items = NumberedItems(24),
          .categories = {.fewest = 3, .most = 4},
          .crowd = {.workers = 10, .noise = 0.15},
          .design = {.items_per_hit = 6},
          .pipeline = {.method = ClusterMethod::kPartition, .partition_restarts = 5}};
}

const std::vector<PlanToSimulate> kPlans = {{2, 1}, {2, 3}, {6, 1}};

std::vector<std::vector<double>> Simulate(int replicates, int threads,
                                          const std::vector<PlanToSimulate>& plans = kPlans) {
  return SimulateQuality(SmallModel(), plans,
                         {.replicates = replicates, .seed = TestSeed(), .num_threads = threads});
}

TEST(SimulateQuality, ThreadsAndCountsChangeNoStudy) {
  const auto quality = Simulate(4, 1);
  EXPECT_THAT(quality, Each(SizeIs(4)));
  EXPECT_EQ(Simulate(4, 2), quality);
  const auto fewer = Simulate(2, 2);
  for (std::size_t p = 0; p < kPlans.size(); ++p)
    EXPECT_THAT(fewer[p], ElementsAre(quality[p][0], quality[p][1]));
}

TEST(SimulateQuality, OtherPlansChangeNoStudy) {
  EXPECT_EQ(Simulate(3, 1, {kPlans[2]})[0], Simulate(3, 1)[2]);
}

TEST(SimulateQuality, EachStudyIsOfItsSeed) {
  const StudyModel model = SmallModel();
  const auto quality = Simulate(2, 1);
  for (int r = 0; r < 2; ++r) {
    const std::uint64_t seed = StudySeed(TestSeed(), r);
    const StudyCase study = DrawCase(model, seed);
    DesignOptions design = model.design;
    design.hits_per_item = 2;
    design.overlap = 3;
    EXPECT_EQ(quality[1][static_cast<std::size_t>(r)],
              QualityOfStudy(DealHits(study.items, design, seed), study, model, seed));
  }
  EXPECT_NE(StudySeed(TestSeed(), 0), StudySeed(TestSeed(), 1));
}

// A design that searches is dealt once, here or before.
TEST(SimulateQuality, DealsOnceWhatIsSlow) {
  StudyModel model = SmallModel();
  model.design.design = Design::kBalanced;
  DesignOptions design = model.design;
  design.hits_per_item = 3;
  const QualityOptions options{.replicates = 3, .seed = TestSeed(), .num_threads = 2};
  const Blocks blocks = BlocksOf(DealHits(model.items, design, TestSeed()));
  const std::vector<PlanToSimulate> without = {{3, 1}}, with = {{3, 1, blocks}};
  const auto quality = SimulateQuality(model, without, options);
  EXPECT_THAT(quality[0], SizeIs(3));
  EXPECT_EQ(SimulateQuality(model, with, options), quality);
}

TEST(SimulateQuality, PlansGetTheirStudiesInTurn) {
  for (const std::int64_t most : {0, 1, 4, 5}) {
    const auto quality = SimulateQuality(SmallModel(), kPlans, {.replicates = 10, .seed = TestSeed()},
                                         [most](std::int64_t studies) { return studies < most; });
    for (std::size_t p = 0; p < kPlans.size(); ++p) {
      EXPECT_EQ(std::ssize(quality[p]), (most + 2 - static_cast<std::int64_t>(p)) / 3) << most << " " << p;
    }
  }
}

TEST(SimulateQuality, MoreHitsAndMoreWorkersHelp) {
  const auto quality = Simulate(12, 2);
  const auto mean = [&quality](std::size_t plan) {
    return std::accumulate(quality[plan].begin(), quality[plan].end(), 0.0) / 12;
  };
  EXPECT_GT(mean(1), mean(0));
  EXPECT_GT(mean(2), mean(0));
}

}  // namespace
}  // namespace crowdclust
