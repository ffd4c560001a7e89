#include "clustering/folds.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "clustering/known_items.h"
#include "tests/clustering/planted_answers.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

Answers SomeAnswers() {
  Random random(testing::TestSeed(), 1);
  return testing::PlantAnswers({.items = 20, .assignments = 23, .per_hit = 7}, &random);
}

TEST(DealFolds, SizesDifferByAtMostOne) {
  const std::vector<int> folds = DealFolds(23, 5, testing::TestSeed());
  for (int fold = 0; fold < 5; ++fold) {
    EXPECT_GE(std::ranges::count(folds, fold), 4);
    EXPECT_LE(std::ranges::count(folds, fold), 5);
  }
}

TEST(KeepAssignments, KeepsNamesAndPlaces) {
  const Answers answers = SomeAnswers();
  std::vector<bool> keep(23, true);
  keep[3] = false;
  const Answers kept = KeepAssignments(answers, keep);
  EXPECT_EQ(kept.num_assignments(), 23);
  EXPECT_EQ(kept.num_items(), 20);
  EXPECT_EQ(kept.RowsOf(3), 0);
  EXPECT_TRUE(std::ranges::equal(kept.ItemsOf(4), answers.ItemsOf(4)));
  EXPECT_EQ(kept.worker_of_assignment, answers.worker_of_assignment);
  EXPECT_EQ(kept.hit_of_assignment, std::vector<int>(23, -1));  // no HITs are named
}

TEST(HoldOutRows, TakesAFifthOfEachAssignment) {
  const Answers answers = SomeAnswers();
  const std::vector<bool> out = HoldOutRows(answers, testing::TestSeed());
  const Answers kept = KeepRows(answers, out);
  for (std::int64_t p = 0; p < 23; ++p) EXPECT_EQ(kept.RowsOf(p), 6);  // of 7
  EXPECT_EQ(std::ranges::count(out, true), 23);
}

TEST(ResampleAssignments, DrawsWithReplacement) {
  const Answers answers = SomeAnswers();
  const Answers one = ResampleAssignments(answers, testing::TestSeed(), 1),
                two = ResampleAssignments(answers, testing::TestSeed(), 2);
  EXPECT_EQ(one.num_assignments(), 23);
  EXPECT_EQ(one.num_rows(), 23 * 7);
  EXPECT_NE(one.item_of_row, two.item_of_row);
}

TEST(SelectKnownItems, FindsLoneItemsAndComponents) {
  Answers answers;
  for (const char* item : {"a", "b", "alone", "c", "d", "unseen"}) answers.items.Add(item);
  answers.workers.Add("w");
  answers.item_of_row = {0, 1, 2, 4, 3};
  answers.group_of_row = {0, 0, 0, 0, 1};
  answers.first_row = {0, 2, 3, 5};
  answers.worker_of_assignment = {0, 0, 0};
  answers.hit_of_assignment = {-1, -1, -1};
  answers.seconds = {0, 0, 0};
  const KnownItems known = SelectKnownItems(answers);
  EXPECT_EQ(known.item, (std::vector<int>{0, 1, 3, 4}));
  EXPECT_EQ(known.lone, (std::vector<int>{2, 5}));
  EXPECT_EQ(known.component, (std::vector<int>{0, 0, 1, 1}));
  EXPECT_EQ(known.num_components, 2);
  EXPECT_EQ(known.answers.items.Name(3), "d");
  EXPECT_EQ(known.answers.RowsOf(1), 0);
  EXPECT_EQ(known.answers.item_of_row, (std::vector<int>{0, 1, 3, 2}));
}

TEST(Folds, WhatIsKeptOrDrawnNamesNoWords) {
  Answers answers = SomeAnswers();
  StartWithoutWords(std::vector<int>(23, 4), &answers.group_words);
  ASSERT_FALSE(answers.group_words.empty());
  for (const Answers& kept :
       {KeepAssignments(answers, std::vector<bool>(23, true)), KeepRows(answers, HoldOutRows(answers, 1)),
        ResampleAssignments(answers, 1, 2), SelectKnownItems(answers).answers}) {
    EXPECT_TRUE(kept.group_words.empty());
    EXPECT_EQ(kept.group_words.Of(3, 1), -1);
  }
}

}  // namespace
}  // namespace crowdclust
