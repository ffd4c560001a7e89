#include "clustering/effort.h"

#include <gtest/gtest.h>

#include "clustering/memory_ahead.h"

namespace crowdclust {
namespace {

StudySize SizeOfPairs(std::int64_t pairs) {
  return {.items = 1000, .workers = 100, .assignments = pairs / 45, .rows = pairs / 45 * 10, .pairs = pairs};
}

// What the struct defaults are is what a small study gets.
TEST(Effort, OfASmallStudyIsTheDefaults) {
  const Effort effort = EffortFor(SizeOfPairs(25'830));
  EXPECT_TRUE(effort.whole);
  const PipelineOptions options;
  EXPECT_EQ(effort.restarts, options.crowd.restarts);
  EXPECT_EQ(effort.pooled_sweeps, options.crowd.pooled_sweeps);
  EXPECT_EQ(effort.free_sweeps, options.crowd.crowd.free_sweeps);
  EXPECT_EQ(effort.max_sweeps, options.crowd.crowd.max_sweeps);
  EXPECT_EQ(effort.partition_restarts, options.partition_restarts);
  EXPECT_EQ(effort.partition_sweeps, options.partition.anneal_sweeps);
  EXPECT_EQ(effort.fitted_folds, HeldOutOptions().fitted);
}

TEST(Effort, NeverGrowsWithTheStudy) {
  Effort last;
  for (std::int64_t pairs = 1000; pairs < 1'000'000'000; pairs *= 3) {
    const Effort effort = EffortFor(SizeOfPairs(pairs));
    EXPECT_LE(effort.restarts, last.restarts);
    EXPECT_LE(effort.pooled_sweeps + effort.max_sweeps, last.pooled_sweeps + last.max_sweeps);
    EXPECT_LE(effort.partition_restarts * effort.partition_sweeps,
              last.partition_restarts * last.partition_sweeps);
    EXPECT_EQ(effort.whole, effort.fitted_folds == 0);
    last = effort;
  }
  EXPECT_FALSE(last.whole);
}

TEST(EstimateWork, GrowsInProportionToPairs) {
  const PipelineOptions options;
  const WorkAhead small = EstimateWork(SizeOfPairs(45'000), options),
                  large = EstimateWork(SizeOfPairs(4'500'000), options);
  EXPECT_NEAR(large.all() / small.all(), 100, 1);
  EXPECT_GT(EstimateWork({}, options).all(), 0);
}

TEST(EstimateMemory, GrowsNoFasterThanRows) {
  PipelineOptions options;
  options.crowd.crowd.num_threads = 2;
  const auto bytes = [&](std::int64_t pairs) {
    return static_cast<double>(EstimateMemory(SizeOfPairs(pairs), 0, options, 6, false));
  };
  EXPECT_LT(bytes(45'000'000) / bytes(4'500'000), 10.5);
  EXPECT_GT(bytes(45'000'000), bytes(4'500'000));
  options.crowd.crowd.num_threads = 1;
  EXPECT_LT(EstimateMemory(SizeOfPairs(45'000'000), 0, options, 6, false), bytes(45'000'000) + 1e9);
  EXPECT_GT(EstimateMemory(SizeOfPairs(45'000'000), 0, options, 6, true),
            EstimateMemory(SizeOfPairs(45'000'000), 0, options, 6, false));
}

}  // namespace
}  // namespace crowdclust
