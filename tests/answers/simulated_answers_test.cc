#include "answers/simulated_answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "base/error.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

std::vector<int> FirstItems(int count) {
  std::vector<int> items(static_cast<std::size_t>(count));
  std::iota(items.begin(), items.end(), 0);
  return items;
}

SimulatedWorker WorkerWhoSees(std::vector<int> labels, double noise = 0) {
  SimulatedWorker worker;
  worker.label_of_item = std::move(labels);
  worker.noise = noise;
  return worker;
}

// Six items; kinds x y z by turns; colours by halves.
KnownLabels SixItems() {
  KnownLabels known;
  known.columns.resize(2);
  for (const char* name : {"a", "b", "c", "d", "e", "f"}) {
    const int item = known.items.Add(name);
    const std::string kind(1, static_cast<char>('x' + item % 3));
    known.columns[0].label_of_item.push_back(known.columns[0].labels.Add(kind));
    known.columns[1].label_of_item.push_back(known.columns[1].labels.Add(item < 3 ? "red" : "blue"));
  }
  return known;
}

// Two HITs; the plan's items stand in another order than the known ones.
HitPlan TwoHits(int overlap) {
  HitPlan plan{.items = {}, .hits = {}, .overlap = overlap, .reward = 0};
  for (const char* name : {"f", "e", "d", "c", "b", "a"}) plan.items.Add(name);
  plan.hits.push_back({.name = "h1", .items = {0, 1, 2, 3}});  // f e d c
  plan.hits.push_back({.name = "h2", .items = {5, 2, 4, 1}});  // a d b e
  return plan;
}

TEST(GroupItemsTest, WithoutNoiseGroupsAreTheLabelsSeen) {
  Random random(testing::TestSeed());
  const std::vector<int> items = {3, 0, 1, 2};
  EXPECT_THAT(GroupItems(WorkerWhoSees({7, 2, 7, 4}), {.known = items}, {}, &random),
              ElementsAre(0, 1, 2, 1));
}

TEST(GroupItemsTest, NoiseMovesItsShareOfItems) {
  // All items look the same: an item that goes wrong is alone in a new group, others are all together.
  Random random(testing::TestSeed());
  const SimulatedWorker worker = WorkerWhoSees(std::vector<int>(20, 0), 0.1);
  int alone = 0;
  constexpr int kRuns = 1000;
  for (int run = 0; run < kRuns; ++run) {
    const std::vector<int> group = GroupItems(worker, {.known = FirstItems(20)}, {}, &random);
    for (const int g : group) alone += std::ranges::count(group, g) == 1;
  }
  EXPECT_NEAR(alone, kRuns * 2, 6 * std::sqrt(kRuns * 20 * 0.09));
}

TEST(GroupItemsTest, AWrongGroupIsAnyOtherOrANewOneEquallyOften) {
  // Only the first item can be wrong in a way that shows: count where it goes, 30 items of three labels.
  Random random(testing::TestSeed());
  std::vector<int> labels(30, 0);
  for (std::size_t i = 10; i < 30; ++i) labels[i] = i < 20 ? 1 : 2;
  const SimulatedWorker worker = WorkerWhoSees(labels, 0.05);
  int same = 0, second = 0, third = 0, fresh = 0;
  constexpr int kRuns = 20000;
  for (int run = 0; run < kRuns; ++run) {
    const std::vector<int> group = GroupItems(worker, {.known = FirstItems(30)}, {}, &random);
    const auto shared = [&group](std::size_t begin) {
      return std::count(group.begin() + static_cast<std::ptrdiff_t>(begin),
                        group.begin() + static_cast<std::ptrdiff_t>(begin) + 10, group[0]);
    };
    const bool others = shared(10) >= 5 || shared(20) >= 5;
    same += !others && shared(0) >= 5;
    second += shared(10) >= 5;
    third += shared(20) >= 5;
    fresh += !others && shared(0) < 5;
  }
  const double each = kRuns * 0.05 / 3;
  EXPECT_NEAR(second, each, 6 * std::sqrt(each));
  EXPECT_NEAR(third, each, 6 * std::sqrt(each));
  EXPECT_NEAR(fresh, each, 6 * std::sqrt(each));
  EXPECT_EQ(same + second + third + fresh, kRuns);
}

TEST(GroupItemsTest, WhoIsAlwaysWrongPutsTwoItemsOfTwoLabelsIntoEachOthersGroups) {
  Random random(testing::TestSeed());
  // Each can only go to the other's group: apart again.
  EXPECT_THAT(GroupItems(WorkerWhoSees({0, 1}, 1), {.known = FirstItems(2)}, {}, &random), ElementsAre(0, 1));
  // Both go to new groups.
  EXPECT_THAT(GroupItems(WorkerWhoSees({0, 0}, 1), {.known = FirstItems(2)}, {}, &random), ElementsAre(0, 1));
  // Nowhere to go.
  EXPECT_THAT(GroupItems(WorkerWhoSees({0}, 1), {.known = FirstItems(1)}, {}, &random), ElementsAre(0));
}

TEST(GroupItemsTest, SpammersMakeTwoToFiveGroupsWhateverTheySee) {
  Random random(testing::TestSeed());
  SimulatedWorker spammer = WorkerWhoSees(std::vector<int>(200, 0));
  spammer.kind = WorkerKind::kSpammer;
  std::set<int> sizes;
  for (int run = 0; run < 100; ++run) {
    sizes.insert(std::ranges::max(GroupItems(spammer, {.known = FirstItems(200)}, {}, &random)) + 1);
  }
  EXPECT_THAT(sizes, ElementsAre(2, 3, 4, 5));
}

TEST(GroupItemsTest, HardItemsGoWrongMoreOften) {
  // All items look the same: an item that goes wrong is alone in a new group.
  Random random(testing::TestSeed());
  const SimulatedWorker worker = WorkerWhoSees(std::vector<int>(20, 0), 0.1);
  ShownItems items{.known = FirstItems(20)};
  items.hard.assign(20, 0);
  std::fill_n(items.hard.begin(), 5, 1);
  int hard = 0, plain = 0;
  constexpr int kRuns = 1000;
  for (int run = 0; run < kRuns; ++run) {
    const std::vector<int> group =
        GroupItems(worker, items, {.hard_item_share = 0.25, .hard_item_noise = 0.3}, &random);
    for (std::size_t i = 0; i < group.size(); ++i)
      (items.hard[i] ? hard : plain) += std::ranges::count(group, group[i]) == 1;
  }
  EXPECT_NEAR(hard, kRuns * 5 * 0.3, 6 * std::sqrt(kRuns * 5 * 0.21));
  EXPECT_NEAR(plain, kRuns * 15 * 0.1, 6 * std::sqrt(kRuns * 15 * 0.09));
}

TEST(GroupItemsTest, AWorkersOwnNoiseCountsWhereItIsMore) {
  Random random(testing::TestSeed());
  const ShownItems items{.known = {0, 1}, .hard = {1, 1}};
  EXPECT_THAT(GroupItems(WorkerWhoSees({0, 0}, 1), items, {.hard_item_noise = 0.5}, &random),
              ElementsAre(0, 1));
}

TEST(DrawHardItemsTest, TheyAreAsManyAsTheShareSaysAndTheSameForASeed) {
  const CrowdDescription crowd{.hard_item_share = 0.2};
  const auto hard = DrawHardItems(200, crowd, testing::TestSeed());
  EXPECT_EQ(std::ranges::count(hard, 1), 40);
  EXPECT_EQ(hard, DrawHardItems(200, crowd, testing::TestSeed()));
  EXPECT_NE(hard, DrawHardItems(200, crowd, testing::TestSeed() + 1));
  EXPECT_THAT(DrawHardItems(200, {}, testing::TestSeed()), Each(0));
}

TEST(GroupItemsTest, SkippedItemsHaveNoGroupAndLeaveNoGap) {
  Random random(testing::TestSeed());
  const SimulatedWorker worker = WorkerWhoSees(FirstItems(1000));
  const std::vector<int> group =
      GroupItems(worker, {.known = FirstItems(1000)}, {.skip_share = 0.3}, &random);
  const auto skipped = static_cast<int>(std::ranges::count(group, -1));
  EXPECT_NEAR(skipped, 300, 6 * std::sqrt(210.0));
  EXPECT_EQ(std::ranges::max(group), 1000 - skipped - 1);
  EXPECT_THAT(GroupItems(worker, {.known = FirstItems(5)}, {.skip_share = 1}, &random), Each(-1));
}

TEST(SimulateAnswersTest, HonestWorkersGiveTheTruthOfEachHit) {
  const SimulatedAnswers answers =
      SimulateAnswers(TwoHits(3), SixItems(), {.workers = 5, .seconds_mean = 30, .seconds_spread = 0}, 1);
  ASSERT_EQ(answers.assignments.size(), 6U);
  EXPECT_EQ(answers.workers.size(), 5U);
  for (std::size_t p = 0; p < 6; ++p) {
    const SimulatedAssignment& assignment = answers.assignments[p];
    EXPECT_EQ(assignment.hit, p < 3 ? 0 : 1);
    EXPECT_DOUBLE_EQ(assignment.seconds, 30);
    if (p < 3) {
      EXPECT_THAT(assignment.group, ElementsAre(0, 1, 2, 0));  // f e d c: z y x z
    } else {
      EXPECT_THAT(assignment.group, ElementsAre(0, 0, 1, 1));  // a d b e: x x y y
    }
  }
}

TEST(SimulateAnswersTest, WithoutAnOverlapEveryWorkerAnswersOnce) {
  const SimulatedAnswers answers = SimulateAnswers(TwoHits(0), SixItems(), {.workers = 5}, 1);
  std::set<std::pair<int, int>> answered;
  for (const SimulatedAssignment& assignment : answers.assignments)
    answered.emplace(assignment.hit, assignment.worker);
  EXPECT_EQ(answers.assignments.size(), 10U);
  EXPECT_EQ(answered.size(), 10U);
  EXPECT_THROW(SimulateAnswers(TwoHits(0), SixItems(), {.workers = 5, .assignments_per_worker = 1}, 1),
               InputError);
}

TEST(SimulateAnswersTest, TheSecondColumnIsTheSecondLabel) {
  const SimulatedAnswers answers =
      SimulateAnswers(TwoHits(1), SixItems(), {.workers = 2, .second_label_share = 1}, 1);
  EXPECT_THAT(answers.assignments[0].group, ElementsAre(0, 0, 0, 1));
  EXPECT_THAT(answers.assignments[1].group, ElementsAre(0, 1, 0, 1));
}

TEST(SimulateAnswersTest, EqualSeedEqualAnswersOtherSeedOthers) {
  const auto groups = [](std::uint64_t seed) {
    std::vector<std::vector<int>> all;
    const CrowdDescription crowd{.workers = 30, .spammer_share = 0.5, .noise = 0.3, .noise_spread = 0.1};
    for (const auto& assignment : SimulateAnswers(TwoHits(20), SixItems(), crowd, seed).assignments) {
      all.push_back(assignment.group);
      all.back().push_back(assignment.worker);
    }
    return all;
  };
  EXPECT_EQ(groups(4), groups(4));
  EXPECT_NE(groups(4), groups(5));
}

TEST(SimulateAnswersTest, ItemsWithoutALabelAreAnError) {
  HitPlan plan = TwoHits(1);
  plan.hits[0].items.push_back(plan.items.Add("unknown"));
  EXPECT_THROW(SimulateAnswers(plan, SixItems(), {}, 1), InputError);
}

}  // namespace
}  // namespace crowdclust
