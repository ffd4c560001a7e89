#include "intruders/precision_interval.h"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdio>
#include <numeric>

#include "tests/intruders/simulated_judges.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::JudgeModel;
using testing::SimulateJudges;

std::vector<int> AllRows(const JudgedAnswers& judged) {
  std::vector<int> rows(judged.hit_of_row.size());
  std::iota(rows.begin(), rows.end(), 0);
  return rows;
}

PrecisionInterval Of(const JudgedAnswers& judged, DrawnFrom drawn = DrawnFrom::kTheseClusters) {
  return FindPrecisionInterval(judged, AllRows(judged), drawn);
}

// `right` of `hits` HITs of one cluster; each HIT is answered by one worker who answers nothing else.
JudgedAnswers Independent(int right, int hits) {
  JudgedAnswers judged;
  judged.clusters.Add("0");
  for (int h = 0; h < hits; ++h) {
    judged.hit_names.push_back("h" + std::to_string(h));
    judged.main_cluster_of_hit.push_back(0);
    judged.other_cluster_of_hit.push_back(-1);
    judged.chance_of_hit.push_back(0.125);
    judged.hit_of_row.push_back(h);
    judged.worker_of_row.push_back(judged.workers.Add("w" + std::to_string(h)));
    judged.right_of_row.push_back(h < right);
  }
  return judged;
}

TEST(FindPrecisionInterval, IsWilsonsWhereAnswersShareNothing) {
  for (const auto& [right, hits] : {std::pair(8, 10), {0, 7}, {7, 7}, {1, 2}, {300, 401}}) {
    const PrecisionInterval found = Of(Independent(right, hits));
    const Interval wilson = WilsonInterval(right, hits);
    EXPECT_NEAR(found.interval.low, wilson.low, 1e-9) << right << " of " << hits;
    EXPECT_NEAR(found.interval.high, wilson.high, 1e-9) << right << " of " << hits;
    EXPECT_NEAR(found.design_effect, 1, 1e-12);
  }
}

TEST(FindPrecisionInterval, WithoutRowsNothingIsKnown) {
  const PrecisionInterval found = FindPrecisionInterval({}, {}, DrawnFrom::kTheseClusters);
  EXPECT_TRUE(std::isnan(found.share));
  EXPECT_EQ(found.interval.low, 0);
  EXPECT_EQ(found.interval.high, 1);
}

TEST(FindPrecisionInterval, HitsThatDifferWidenIt) {
  Random random(testing::TestSeed(), 1);
  const JudgedAnswers same = SimulateJudges({.hit_spread = 0, .worker_spread = 0}, &random).judged;
  const JudgedAnswers differ =
      SimulateJudges({.mean = 0, .hit_spread = 4, .worker_spread = 0}, &random).judged;
  EXPECT_LT(Of(same).design_effect, 1.8);
  EXPECT_GT(Of(differ).design_effect, 2);
  EXPECT_GT(Of(differ).hit_correlation, 0.3);
  EXPECT_LT(Of(differ).worker_correlation, 0.1);
}

TEST(FindPrecisionInterval, WorkersWhoDifferWidenIt) {
  Random random(testing::TestSeed(), 2);
  const JudgedAnswers differ =
      SimulateJudges({.workers = 30, .mean = 0, .hit_spread = 0, .worker_spread = 4}, &random).judged;
  const PrecisionInterval found = Of(differ);
  EXPECT_GT(found.worker_correlation, 0.2);
  EXPECT_LT(found.hit_correlation, 0.1);
  const PrecisionInterval hits_alone = Of(differ, DrawnFrom::kTheseHits);
  EXPECT_EQ(hits_alone.hit_correlation, 0);
  EXPECT_LE(hits_alone.design_effect, found.design_effect);
}

TEST(FindPrecisionInterval, OneWorkerOrAllRightIsWiderThanIndependentAnswers) {
  JudgedAnswers one = Independent(30, 40);
  for (int& worker : one.worker_of_row) worker = 0;
  const Interval wilson = WilsonInterval(30, 40);
  const Interval found = Of(one).interval;
  EXPECT_LT(found.low, wilson.low - 0.02);
  EXPECT_GT(found.high, wilson.high + 0.02);
  Random random(testing::TestSeed(), 3);
  JudgedAnswers all = SimulateJudges({}, &random).judged;
  all.right_of_row.assign(all.right_of_row.size(), true);
  EXPECT_EQ(Of(all).interval.high, 1);
  EXPECT_LT(Of(all).interval.low, WilsonInterval(500, 500).low);
  EXPECT_GT(Of(all).interval.low, 0.9);
  all.right_of_row.assign(all.right_of_row.size(), false);
  EXPECT_EQ(Of(all).interval.low, 0);
  EXPECT_LT(Of(all).interval.high, 0.1);
}

TEST(FindPrecisionInterval, OrderAndNamesChangeNothing) {
  Random random(testing::TestSeed(), 4);
  const JudgedAnswers judged = SimulateJudges({}, &random).judged;
  const PrecisionInterval before = Of(judged);
  JudgedAnswers moved = judged;
  const std::vector<int> order = random.Order(static_cast<int>(judged.num_rows()));
  const std::vector<int> name = random.Order(judged.workers.size());
  for (std::size_t r = 0; r < order.size(); ++r) {
    const auto from = static_cast<std::size_t>(order[r]);
    moved.hit_of_row[r] = judged.hit_of_row[from];
    moved.worker_of_row[r] = name[static_cast<std::size_t>(judged.worker_of_row[from])];
    moved.right_of_row[r] = judged.right_of_row[from];
  }
  EXPECT_NEAR(Of(moved).interval.low, before.interval.low, 1e-9);
  EXPECT_NEAR(Of(moved).interval.high, before.interval.high, 1e-9);
}

// Share of studies whose interval holds the true precision.
double Coverage(const JudgeModel& model, int studies) {
  Random random(testing::TestSeed(), 5);
  int covered = 0;
  for (int study = 0; study < studies; ++study) {
    const testing::SimulatedJudges simulated = SimulateJudges(model, &random);
    const Interval interval = Of(simulated.judged).interval;
    covered += interval.low <= simulated.precision && simulated.precision <= interval.high;
  }
  return static_cast<double>(covered) / studies;
}

TEST(FindPrecisionInterval, HoldsTheTruthOfTwoHundredStudies) {
  const double coverage = Coverage({}, 200);
  EXPECT_GE(coverage, 0.89);  // 95 % less four standard errors
  EXPECT_LE(coverage, 0.999);
}

// 2,000 studies each: the same five for all HITs, some, many who answer few, and ever new workers; clusters
// of middling and of high precision.
TEST(FindPrecisionInterval, CoversInTwoThousandStudies) {
  CROWDCLUST_LONG_TEST();
  for (const int workers : {5, 12, 40, 500}) {
    for (const double mean : {-0.5, 1.0, 2.0}) {
      const double coverage = Coverage({.workers = workers, .mean = mean}, 2000);
      std::printf("%d workers, mean logit %.1f: %.4f\n", workers, mean, coverage);
      EXPECT_GE(coverage, 0.93) << workers << " workers, " << mean;
      EXPECT_LE(coverage, 0.97) << workers << " workers, " << mean;
    }
  }
}

}  // namespace
}  // namespace crowdclust
