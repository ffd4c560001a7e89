#include "planning/adaptive_hits.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "answers/simulated_answers.h"
#include "base/error.h"
#include "planning/simulated_study.h"
#include "tests/answers/reading.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using testing::ErrorOf;
using testing::TestSeed;

NameIndex Items(int count) {
  NameIndex items;
  for (int i = 0; i < count; ++i) items.Add(fmt::format("item{}", i));
  return items;
}

std::set<int> Shown(const HitPlan& plan) {
  std::set<int> shown;
  for (const Hit& hit : plan.hits) shown.insert(hit.items.begin(), hit.items.end());
  return shown;
}

// Careful workers' answers to the first HITs, and the categories as clusters.
struct Begun {
  NameIndex items = Items(60);
  AdaptiveOptions options{.num_hits = 12, .items_per_hit = 6, .seed = TestSeed()};
  Answers answers = {};
  Clustering clusters = {};

  Begun() {
    KnownLabels known{.items = items, .columns = {LabelColumn{}}};
    for (int i = 0; i < items.size(); ++i)
      known.columns[0].label_of_item.push_back(known.columns[0].labels.Add(fmt::format("kind{}", i % 4)));
    const HitPlan plan = FirstHits(items, options);
    answers = AnswersOf(plan, SimulateAnswers(plan, known, {.workers = 20}, TestSeed()));
    std::vector<int> label;
    for (int i = 0; i < answers.num_items(); ++i) label.push_back(items.Find(answers.items.Name(i)) % 4);
    clusters = MakeClustering(label);
  }

  StudySoFar SoFar() const { return {.answers = answers, .clusters = clusters, .scatter = 0.2}; }
};

TEST(FirstHits, ShowSomeItemsFourTimes) {
  const AdaptiveOptions options{.num_hits = 20, .items_per_hit = 10, .seed = TestSeed()};
  const HitPlan plan = FirstHits(Items(200), options);
  ASSERT_EQ(plan.hits.size(), 20U);
  EXPECT_EQ(plan.hits[0].name, "h01");
  EXPECT_EQ(plan.items.size(), 200);
  EXPECT_EQ(Shown(plan).size(), 50U);
  for (const int item : Shown(plan)) {
    int times = 0;
    for (const Hit& hit : plan.hits) times += static_cast<int>(std::ranges::count(hit.items, item));
    EXPECT_EQ(times, 4);
  }
  EXPECT_NE(Shown(plan), Shown(FirstHits(Items(200), {.num_hits = 20, .seed = TestSeed() + 1})));
}

TEST(NumItemsToBegin, IsAtLeastTwoHitsAndAtMostAll) {
  EXPECT_EQ(NumItemsToBegin(200, {.num_hits = 1, .items_per_hit = 10}), 20);
  EXPECT_EQ(NumItemsToBegin(12, {.num_hits = 1, .items_per_hit = 10}), 12);
  EXPECT_EQ(NumItemsToBegin(30, {.num_hits = 100, .items_per_hit = 10}), 30);
}

TEST(NextHits, HaveNamesOfTheirOwnAndWorkNewItemsIn) {
  const Begun begun;
  const HitPlan plan = NextHits(begun.items, begun.SoFar(), begun.options);
  ASSERT_EQ(plan.hits.size(), 12U);
  EXPECT_EQ(plan.hits[0].name, fmt::format("a{}-h01", begun.answers.num_assignments()));
  for (const Hit& hit : plan.hits) {
    EXPECT_EQ(std::set<int>(hit.items.begin(), hit.items.end()).size(), 6U);
    EXPECT_LT(begun.answers.hits.Find(hit.name), 0);
  }
  int fresh = 0;
  for (const int item : Shown(plan)) fresh += begun.answers.items.Find(begun.items.Name(item)) < 0;
  EXPECT_EQ(begun.answers.num_items(), 18);
  EXPECT_GE(fresh, 20) << "nothing is left to ask of the others";
  EXPECT_LE(fresh, 36) << "half of the places";
}

TEST(NextHits, NewItemsStandBesideSeenOnes) {
  const Begun begun;
  for (const Hit& hit : NextHits(begun.items, begun.SoFar(), begun.options).hits) {
    EXPECT_TRUE(std::ranges::any_of(
        hit.items, [&](int item) { return begun.answers.items.Find(begun.items.Name(item)) >= 0; }));
  }
}

TEST(NextHits, ThreadsNeverChangeThem) {
  Begun begun;
  const HitPlan one = NextHits(begun.items, begun.SoFar(), begun.options);
  begun.options.num_threads = 2;
  const HitPlan two = NextHits(begun.items, begun.SoFar(), begun.options);
  ASSERT_EQ(one.hits.size(), two.hits.size());
  for (std::size_t h = 0; h < one.hits.size(); ++h) EXPECT_EQ(one.hits[h].items, two.hits[h].items);
}

TEST(NextHits, ItemsThatAreNotAskedForAreNotShown) {
  const Begun begun;
  NameIndex some;
  for (int i = 30; i < 60; ++i) some.Add(begun.items.Name(i));
  const HitPlan plan = NextHits(some, begun.SoFar(), begun.options);
  EXPECT_EQ(plan.items.size(), 30);
  for (const int item : Shown(plan)) EXPECT_LT(item, 30);
}

TEST(NextHits, EndWhenTold) {
  const Begun begun;
  EXPECT_TRUE(NextHits(begun.items, begun.SoFar(), begun.options, [](double) { return false; }).hits.empty());
}

TEST(AdaptiveHits, RefuseWhatCannotBe) {
  EXPECT_EQ(ErrorOf([] { FirstHits(Items(5), {.items_per_hit = 6}); }),
            "6 items a HIT, but only 5 items; ask for no more than there are");
  EXPECT_EQ(ErrorOf([] { FirstHits(Items(5), {.items_per_hit = 1}); }),
            "1 items a HIT; a HIT needs 2 or more");
  const Begun begun;
  EXPECT_EQ(ErrorOf([&] { NextHits(begun.items, begun.SoFar(), {.num_hits = 0}); }),
            "0 HITs; ask for 1 or more");
}

}  // namespace
}  // namespace crowdclust
