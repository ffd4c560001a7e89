#include "answers/answers_builder.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::Pair;
using testing::Spell;

RawAssignment Sorted(std::string_view worker, std::string_view hit, std::string_view assignment) {
  return {.line = 7,
          .hit = hit,
          .assignment = assignment,
          .worker = worker,
          .items = {"x", "y", "z"},
          .groups = {"b", "a", "b"}};
}

TEST(AnswersBuilder, GroupsAreNumberedByFirstAppearance) {
  AnswersBuilder builder;
  builder.Add("f", Sorted("w1", "h1", "a1"));
  RawAssignment other = Sorted("w2", "h1", "a2");
  other.groups = {"a", "b", "b"};
  builder.Add("f", other);
  EXPECT_EQ(Spell(builder.Finish()), "w1 h1: x0 y1 z0; w2 h1: x0 y1 z1");
}

TEST(AnswersBuilder, FinishLeavesItEmpty) {
  AnswersBuilder builder;
  builder.Add("f", Sorted("w1", "h1", "a1"));
  builder.Finish();
  EXPECT_EQ(builder.intake().assignments, 0);
  builder.Add("f", Sorted("w1", "h1", "a1"));
  EXPECT_EQ(Spell(builder.Finish()), "w1 h1: x0 y1 z0");
}

TEST(AnswersBuilder, SecondsAndHitAreKept) {
  AnswersBuilder builder;
  RawAssignment timed = Sorted("w1", "", "");
  timed.seconds = 12.5;
  builder.Add("f", timed);
  builder.Add("f", Sorted("w2", "h", ""));
  const Answers answers = builder.Finish();
  EXPECT_EQ(answers.seconds[0], 12.5);
  EXPECT_TRUE(std::isnan(answers.seconds[1]));
  EXPECT_THAT(answers.hit_of_assignment, ElementsAre(-1, 0));
}

TEST(AnswersBuilder, OnlyStatusesThatCountAreTaken) {
  AnswersBuilder builder;
  for (const std::string_view status :
       {"ACCEPTED", "Rejected", "SKIPPED", "", "rejected", "approved", "ACTIVE"}) {
    RawAssignment raw = Sorted("w", "", "");
    raw.status = status;
    builder.Add("f", raw);
  }
  EXPECT_EQ(builder.intake().assignments, 3);
  EXPECT_THAT(builder.intake().by_status,
              ElementsAre(Pair("ACTIVE", 1), Pair("REJECTED", 2), Pair("SKIPPED", 1)));
}

TEST(AnswersBuilder, WhatDoesNotCountIsNotLookedAt) {
  AnswersBuilder builder;
  builder.Add("f", {.line = 1, .status = "EXPIRED"});
  EXPECT_THAT(builder.intake().by_status, ElementsAre(Pair("EXPIRED", 1)));
}

TEST(AnswersBuilder, ASecondAnswerToOtherItemsIsAnotherHitOfThatName) {
  AnswersBuilder builder;
  builder.Add("f", Sorted("w1", "h1", "a1"));
  RawAssignment later = Sorted("w1", "h1", "a2");
  later.items = {"p", "q", "z"};
  builder.Add("f", later);
  EXPECT_EQ(builder.intake().duplicates, 1) << "it shares an item with the HIT";
  later.items = {"p", "q", "r"};
  later.assignment = "a3";
  EXPECT_EQ(ErrorOf([&] { builder.Add("g", later); }),
            "g:7: HIT 'h1' shows other items here ('p', …) than before ('x', …); two batches seem to use the "
            "same names: deal one with --prefix, or rename its HITs");
}

TEST(AnswersBuilder, GoldenAreLeftOutUnlessAskedFor) {
  for (const bool include : {false, true}) {
    AnswersBuilder builder(include);
    RawAssignment golden = Sorted("w1", "exam", "");
    golden.golden = true;
    builder.Add("f", golden);
    builder.Add("f", Sorted("w1", "h", ""));
    EXPECT_EQ(builder.intake().golden, include ? 0 : 1);
    EXPECT_EQ(builder.intake().golden_included, include ? 1 : 0);
    EXPECT_EQ(builder.intake().assignments, include ? 2 : 1);
    EXPECT_EQ(builder.Finish().hits.size(), include ? 2 : 1);
  }
}

TEST(AnswersBuilder, TheLaterAnswerToOneHitIsLeftOut) {
  AnswersBuilder builder;
  builder.Add("f.csv", Sorted("w1", "h1", "a1"));
  RawAssignment later = Sorted("w1", "h1", "a2");
  later.line = 17;
  later.groups = {"1", "1", "1"};
  builder.Add("g.csv", later);
  builder.Add("g.csv", Sorted("w1", "h1", "a3"));
  builder.Add("g.csv", Sorted("w2", "h1", "a4"));
  EXPECT_EQ(builder.intake().duplicates, 2);
  EXPECT_EQ(builder.intake().first_duplicate, "g.csv:17: worker 'w1' on HIT 'h1' in assignment 'a2'");
  EXPECT_EQ(Spell(builder.Finish()), "w1 h1: x0 y1 z0; w2 h1: x0 y1 z0");
}

TEST(AnswersBuilder, RejectedAndGoldenAnswersAreNoFirstAnswers) {
  AnswersBuilder builder;
  RawAssignment rejected = Sorted("w1", "h1", "a1");
  rejected.status = "REJECTED";
  builder.Add("f", rejected);
  RawAssignment golden = Sorted("w1", "h1", "a1");
  golden.golden = true;
  builder.Add("f", golden);
  builder.Add("f", Sorted("w1", "h1", "a2"));
  EXPECT_EQ(builder.intake().duplicates, 0);
  EXPECT_EQ(builder.intake().assignments, 1);
}

TEST(AnswersBuilder, AnAssignmentIdSeenBefore) {
  AnswersBuilder builder;
  builder.Add("f", Sorted("w1", "", "a1"));
  builder.Add("f", Sorted("w1", "", "a1"));
  EXPECT_EQ(builder.intake().duplicates, 1) << "same worker, no HIT named: a second answer";
  builder.Add("f", Sorted("w1", "h2", "a1"));
  EXPECT_EQ(builder.intake().duplicates, 1) << "another HIT: one more of the same page";
  EXPECT_EQ(
      ErrorOf([&] { builder.Add("f", Sorted("w2", "h3", "a1")); }),
      "f:7: assignment 'a1' is of worker 'w2' and was of worker 'w1' before; an assignment is one worker's, "
      "and no two of all files may have one id: rename those of one file");
}

TEST(AnswersBuilder, WithoutAnyIdNothingIsASecondAnswer) {
  AnswersBuilder builder;
  builder.Add("f", Sorted("w1", "", ""));
  builder.Add("f", Sorted("w1", "", ""));
  EXPECT_EQ(builder.intake().assignments, 2);
}

TEST(AnswersBuilder, ItemsWithoutGroupAreLeftOutAndCounted) {
  AnswersBuilder builder;
  RawAssignment raw = Sorted("w1", "h1", "");
  raw.groups = {std::nullopt, "a", ""};
  builder.Add("f", raw);
  raw.worker = "w2";
  raw.groups = {std::nullopt, std::nullopt, std::nullopt};
  builder.Add("f", raw);
  EXPECT_EQ(builder.intake().items_without_group, 5);
  EXPECT_EQ(builder.intake().without_pairs, 2);
  EXPECT_EQ(builder.intake().assignments, 1);
  EXPECT_EQ(builder.intake().rows, 1);
  const Answers answers = builder.Finish();
  EXPECT_EQ(Spell(answers), "w1 h1: y0");
  EXPECT_THAT(answers.items.names(), ElementsAre("y"));
  EXPECT_THAT(answers.workers.names(), ElementsAre("w1"));
}

TEST(AnswersBuilder, RefusesAsManyGroupsAsNoItems) {
  AnswersBuilder builder;
  RawAssignment raw = Sorted("w", "h", "");
  raw.line = 17;
  raw.groups.pop_back();
  EXPECT_EQ(ErrorOf([&] { builder.Add("answers.tsv", raw); }),
            "answers.tsv:17: 2 groups for 3 items; give every item one group or null");
  raw.items.clear();
  raw.groups.clear();
  EXPECT_EQ(ErrorOf([&] { builder.Add("answers.tsv", raw); }),
            "answers.tsv:17: no items; an assignment shows at least one");
}

TEST(AnswersBuilder, RefusesEmptyNames) {
  AnswersBuilder builder;
  EXPECT_EQ(ErrorOf([&] { builder.Add("f", Sorted("", "h", "")); }),
            "f:7: an empty worker; name who answered");
  RawAssignment raw = Sorted("w", "h", "");
  raw.items[1] = "";
  raw.line_of_item = {7, 9, 11};
  EXPECT_EQ(ErrorOf([&] { builder.Add("f", raw); }),
            "f:9: an empty item, of worker 'w' on HIT 'h'; name every item");
}

TEST(AnswersBuilder, RefusesAnItemTwiceWithBothLines) {
  AnswersBuilder builder;
  RawAssignment raw = Sorted("w", "h", "");
  raw.items[2] = "x";
  raw.groups[2] = std::nullopt;
  raw.line_of_item = {7, 9, 11};
  EXPECT_EQ(ErrorOf([&] { builder.Add("f", raw); }),
            "f:11: item 'x' stands twice in the answer of worker 'w' on HIT 'h' (first in line 7); give an "
            "item one "
            "group, and each of several answers an assignment id of its own");
}

std::string WordOf(const Answers& answers, std::int64_t assignment, int group) {
  const int word = answers.group_words.Of(assignment, group);
  return word < 0 ? "-" : answers.group_words.words.Name(word);
}

TEST(AnswersBuilder, WithoutWordsNothingIsHeldOfThem) {
  AnswersBuilder builder;
  RawAssignment raw = Sorted("w1", "", "");
  raw.groups = {"1", "2", "2.5"};
  for (int copies = 0; copies < 5; ++copies) builder.Add("f", raw);
  const Answers answers = builder.Finish();
  EXPECT_TRUE(answers.group_words.empty());
  EXPECT_EQ(answers.group_words.first_group.capacity(), 0U);
  EXPECT_EQ(answers.group_words.word_of_group.capacity(), 0U);
  EXPECT_EQ(WordOf(answers, 4, 2), "-");
}

TEST(AnswersBuilder, WordsAreKeptAlsoAfterNumbers) {
  AnswersBuilder builder;
  RawAssignment raw = Sorted("w1", "h1", "");
  raw.groups = {"7", std::nullopt, "8"};
  builder.Add("f", raw);
  raw.hit = "h2";
  raw.groups = {std::nullopt, std::nullopt, std::nullopt};
  builder.Add("f", raw);  // no assignment
  raw.hit = "h3";
  raw.groups = {" fruit", "9", " fruit"};
  builder.Add("f", raw);
  raw.hit = "h4";
  raw.groups = {std::nullopt, "vehicle", "fruit"};
  builder.Add("f", raw);
  const Answers answers = builder.Finish();
  ASSERT_EQ(answers.num_assignments(), 3);
  EXPECT_EQ(WordOf(answers, 0, 0), "-");
  EXPECT_EQ(WordOf(answers, 0, 1), "-");
  EXPECT_EQ(WordOf(answers, 1, 0), "fruit");
  EXPECT_EQ(WordOf(answers, 1, 1), "-");
  EXPECT_EQ(WordOf(answers, 2, 0), "vehicle");
  EXPECT_EQ(WordOf(answers, 2, 1), "fruit");
  EXPECT_THAT(answers.group_words.words.names(), ElementsAre("fruit", "vehicle"));
}

TEST(AnswersBuilder, WhatGroupsAreCalledDoesNotTellThemApart) {
  AnswersBuilder builder;
  RawAssignment raw = Sorted("w1", "h1", "");
  raw.words = {"same", "same", "same"};
  builder.Add("f", raw);
  const Answers answers = builder.Finish();
  EXPECT_EQ(Spell(answers), "w1 h1: x0 y1 z0");
  EXPECT_EQ(WordOf(answers, 0, 0), "same");
  EXPECT_EQ(WordOf(answers, 0, 1), "same");
}

}  // namespace
}  // namespace crowdclust
