#include "hits/known_hits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/error.h"
#include "base/random.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;

// Groups of these sizes, one after the other.
GroupedItems ItemsInGroups(const std::vector<int>& sizes) {
  GroupedItems known;
  for (std::size_t g = 0; g < sizes.size(); ++g) {
    for (int i = 0; i < sizes[g]; ++i) {
      known.items.Add(std::string(1, static_cast<char>('a' + g)) + std::to_string(i));
      known.group_of_item.push_back(static_cast<int>(g));
    }
  }
  return known;
}

std::vector<Hit> AllHits(const KnownHits& hits) {
  std::vector<Hit> all = hits.golden;
  all.insert(all.end(), hits.exam.begin(), hits.exam.end());
  all.insert(all.end(), hits.training.begin(), hits.training.end());
  return all;
}

std::map<int, int> CountsOf(const std::vector<int>& values) {
  std::map<int, int> counts;
  for (const int value : values) ++counts[value];
  return counts;
}

std::set<std::set<int>> ItemSets(const std::vector<Hit>& hits) {
  std::set<std::set<int>> sets;
  for (const Hit& hit : hits) sets.insert(std::set<int>(hit.items.begin(), hit.items.end()));
  return sets;
}

std::string ErrorOf(const GroupedItems& known, const KnownHitOptions& options) {
  try {
    DealKnownHits(known, options, testing::TestSeed());
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

TEST(KnownHits, NamesKindsAndGroups) {
  const GroupedItems known = ItemsInGroups({4, 4, 4});
  const KnownHits hits = DealKnownHits(
      known, {.items_per_hit = 5, .golden = 10, .different_golden = 10, .exam = 2, .training = 1},
      testing::TestSeed());
  ASSERT_EQ(hits.golden.size(), 10U);
  EXPECT_EQ(hits.golden[0].name, "g01");
  EXPECT_EQ(hits.golden[9].name, "g10");
  ASSERT_EQ(hits.exam.size(), 2U);
  EXPECT_EQ(hits.exam[1].name, "e2");
  EXPECT_EQ(hits.exam[1].kind, HitKind::kExam);
  ASSERT_EQ(hits.training.size(), 1U);
  EXPECT_EQ(hits.training[0].name, "t1");
  EXPECT_EQ(hits.training[0].kind, HitKind::kTraining);
  for (const Hit& hit : AllHits(hits)) {
    int next = 0;
    std::map<int, int> number;
    for (std::size_t i = 0; i < hit.items.size(); ++i) {
      const int group = known.group_of_item[static_cast<std::size_t>(hit.items[i])];
      next += number.emplace(group, next).second;
      EXPECT_EQ(hit.known_group[i], number[group]) << hit.name;
    }
  }
}

TEST(KnownHits, EveryHitHasTwoGroupsAPairAndItsItemsOnce) {
  for (std::uint64_t stream = 0; stream < 40; ++stream) {
    Random random(testing::TestSeed(), stream);
    std::vector<int> sizes = {2 + random.Below(4)};
    for (int more = 1 + random.Below(8); more > 0; --more) sizes.push_back(1 + random.Below(6));
    const GroupedItems known = ItemsInGroups(sizes);
    const int per_hit = 3 + random.Below(known.items.size() - 2);
    const KnownHits hits = DealKnownHits(
        known, {.items_per_hit = per_hit, .golden = 12, .exam = 3, .training = 3}, testing::TestSeed());
    for (const Hit& hit : AllHits(hits)) {
      EXPECT_EQ(std::set<int>(hit.items.begin(), hit.items.end()).size(), static_cast<std::size_t>(per_hit));
      const std::map<int, int> group_sizes = CountsOf(hit.known_group);
      EXPECT_GE(group_sizes.size(), 2U);
      EXPECT_TRUE(std::ranges::any_of(group_sizes, [](const auto& group) { return group.second > 1; }));
    }
    EXPECT_EQ(ItemSets(AllHits(hits)).size(), static_cast<std::size_t>(18 - hits.repeated));
  }
}

TEST(KnownHits, AsManyGroupsAsCanGiveTwoItemsEach) {
  const auto sizes_of = [](const std::vector<int>& groups, int per_hit) {
    const KnownHits hits =
        DealKnownHits(ItemsInGroups(groups), {.items_per_hit = per_hit, .golden = 1}, testing::TestSeed());
    std::vector<int> sizes;
    for (const auto& [group, size] : CountsOf(hits.golden[0].known_group)) sizes.push_back(size);
    std::ranges::sort(sizes);
    return sizes;
  };
  EXPECT_THAT(sizes_of({5, 5, 5, 5, 5, 5}, 8), ElementsAre(2, 2, 2, 2));
  EXPECT_THAT(sizes_of({5, 5, 5, 5, 5, 5}, 9), ElementsAre(2, 2, 2, 3));
  EXPECT_THAT(sizes_of({5, 5, 5}, 3), ElementsAre(1, 2));
  EXPECT_THAT(sizes_of({5, 5}, 10), ElementsAre(5, 5));
  EXPECT_THAT(sizes_of({3, 1, 1, 1, 1}, 4), ElementsAre(1, 3));
  EXPECT_THAT(sizes_of({2, 1, 1, 1, 1}, 5), ElementsAre(1, 1, 1, 2));
}

TEST(KnownHits, GroupsAndTheirItemsAreUsedEvenly) {
  const GroupedItems known = ItemsInGroups({6, 6, 9, 3, 4, 5, 8});
  const KnownHits hits =
      DealKnownHits(known, {.items_per_hit = 6, .golden = 40, .exam = 5, .training = 4}, testing::TestSeed());
  std::vector<int> uses_of_item(known.group_of_item.size()), hits_of_group(7);
  for (const Hit& hit : AllHits(hits)) {
    std::set<int> groups;
    for (const int item : hit.items) {
      ++uses_of_item[static_cast<std::size_t>(item)];
      groups.insert(known.group_of_item[static_cast<std::size_t>(item)]);
    }
    for (const int group : groups) ++hits_of_group[static_cast<std::size_t>(group)];
  }
  EXPECT_EQ(hits.repeated, 0);
  const auto spread = [](const std::vector<int>& counts) {
    const auto [least, most] = std::ranges::minmax(counts);
    return most - least;
  };
  EXPECT_LE(spread(hits_of_group), 1);
  for (int group = 0, first = 0; group < 7; ++group) {
    std::vector<int> uses;
    for (; first < known.items.size() && known.group_of_item[static_cast<std::size_t>(first)] == group;
         ++first)
      uses.push_back(uses_of_item[static_cast<std::size_t>(first)]);
    EXPECT_LE(spread(uses), 1) << group;
  }
}

TEST(KnownHits, ExamsShowOtherItemsWhereThereAreEnough) {
  const KnownHits hits = DealKnownHits(ItemsInGroups({8, 8, 8, 8}),
                                       {.items_per_hit = 8, .golden = 2, .exam = 1, .training = 1}, 1);
  std::set<int> shown;
  for (const Hit& hit : AllHits(hits)) shown.insert(hit.items.begin(), hit.items.end());
  EXPECT_EQ(shown.size(), 32U);
}

TEST(KnownHits, HitsOfTwoAreAPairTogetherAndAPairApartByTurns) {
  const KnownHits hits =
      DealKnownHits(ItemsInGroups({4, 4, 2}), {.items_per_hit = 2, .golden = 6}, testing::TestSeed());
  for (std::size_t h = 0; h < 6; ++h) EXPECT_EQ(hits.golden[h].known_group[1], static_cast<int>(h % 2)) << h;
}

TEST(KnownHits, ItemSetsRepeatOnlyWhereThereAreNoOthers) {
  // Of two groups of two, three items are a pair and one more: four sets.
  const GroupedItems known = ItemsInGroups({2, 2});
  const KnownHits hits = DealKnownHits(
      known, {.items_per_hit = 3, .golden = 6, .different_golden = 4, .exam = 1}, testing::TestSeed());
  EXPECT_EQ(ItemSets(hits.golden).size(), 4U);
  EXPECT_EQ(hits.repeated, 3);
  EXPECT_EQ(ErrorOf(known, {.items_per_hit = 3, .golden = 5, .different_golden = 5}),
            "only 4 different golden HITs of 3 items were found among 4 known items, where 5 are needed; "
            "know more items or ask for fewer golden HITs");
}

TEST(KnownHits, EqualSeedEqualHitsOtherSeedOthers) {
  const auto items = [](std::uint64_t seed) {
    std::vector<std::vector<int>> all;
    for (const Hit& hit : DealKnownHits(ItemsInGroups({9, 9, 9}), {.golden = 5}, seed).golden)
      all.push_back(hit.items);
    return all;
  };
  EXPECT_EQ(items(3), items(3));
  EXPECT_NE(items(3), items(4));
}

TEST(KnownHits, WhatCannotBeDealtIsSaid) {
  EXPECT_EQ(ErrorOf(ItemsInGroups({2, 2}), {.items_per_hit = 5}),
            "4 known items, but HITs of 5; know as many items as a HIT has, two or more");
  EXPECT_EQ(ErrorOf(ItemsInGroups({2, 2}), {.items_per_hit = 1}),
            "4 known items, but HITs of 1; know as many items as a HIT has, two or more");
  EXPECT_EQ(ErrorOf(ItemsInGroups({4}), {.items_per_hit = 3}),
            "all known items are in one group; a golden HIT needs items of two groups or more");
  EXPECT_EQ(ErrorOf(ItemsInGroups({1, 1, 1}), {.items_per_hit = 3}),
            "no two known items are in one group; a golden HIT needs a pair that is together");
}

}  // namespace
}  // namespace crowdclust
