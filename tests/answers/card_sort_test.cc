#include "answers/card_sort.h"

#include <gmock/gmock.h>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using testing::Spell;

std::string ReadSort(std::string_view text) {
  AnswersBuilder builder;
  ReadCardSort({text, "a.csv"}, builder.Sink());
  return Spell(builder.Finish());
}

std::string RefusedSort(std::string_view text) {
  return ErrorOf([&] { ReadSort(text); });
}

const std::string kSortHeader = "card_id,card_label,category_id,category_label,user_id\n";

TEST(CardSort, AUserIsAnAssignmentWithoutAHit) {
  EXPECT_EQ(ReadSort(kSortHeader + "1,apple,1,round,1\n2,pear,1,round,1\n3,bus,2,moves,1\n"
                                   "1,apple,1,all,2\n2,pear,1,all,2\n3,bus,1,all,2\n"),
            "1 -: apple0 pear0 bus1; 2 -: apple0 pear0 bus0");
}

TEST(CardSort, RowsOfAUserMayStandAnywhere) {
  EXPECT_EQ(ReadSort(kSortHeader + "1,apple,1,round,1\n1,apple,2,all,2\n3,bus,2,moves,1\n3,bus,2,all,2\n"),
            "1 -: apple0 bus1; 2 -: apple0 bus0");
}

TEST(CardSort, TheIdTellsACategoryWithinAUser) {
  EXPECT_EQ(ReadSort(kSortHeader + "1,x,1,fruit,u\n2,y,2,fruit,u\n3,z,1,fruit,u\n"), "u -: x0 y1 z0")
      << "two of one label are two groups";
  EXPECT_EQ(ReadSort(kSortHeader + "1,x,1,fruit,u\n2,y,1,,u\n1,x,1,other,v\n"), "u -: x0 y0; v -: x0")
      << "a label may be missing, and be another's";
  EXPECT_EQ(ReadSort(kSortHeader + "1,x,7,,u\n2,y,,7,u\n3,z,,7,u\n"), "u -: x0 y1 z1")
      << "a label that reads as an id is another group";
}

TEST(CardSort, TheLabelTellsWhereThereIsNoId) {
  EXPECT_EQ(ReadSort("card_label,category_label,user_id\nx,fruit,u\ny,fruit,u\nz,car,u\n"), "u -: x0 y0 z1");
  EXPECT_EQ(ReadSort("card_label,category_id,user_id\nx,1,u\ny,1,u\nz,2,u\n"), "u -: x0 y0 z1");
}

TEST(CardSort, ACardWithoutALabelIsItsId) {
  EXPECT_EQ(ReadSort(kSortHeader + "1,,1,fruit,u\n2,y,1,fruit,u\n"), "u -: 10 y0");
  EXPECT_EQ(ReadSort("card_id,category_id,user_id\n1,1,u\n2,2,u\n"), "u -: 10 21");
}

TEST(CardSort, WordsAreLabelsOrIds) {
  AnswersBuilder builder;
  ReadCardSort({kSortHeader + "1,x,1,fruit,u\n2,y,2,,u\n3,z,9,moves,v\n4,w,8,red,v\n3,x,seven,,v\n", "a.csv"},
               builder.Sink());
  const GroupWords words = builder.Finish().group_words;
  const auto word = [&words](std::int64_t assignment, int group) {
    const int at = words.Of(assignment, group);
    return at < 0 ? std::string() : words.words.Name(at);
  };
  EXPECT_EQ(word(0, 0), "fruit");
  EXPECT_EQ(word(0, 1), "") << "an id that is a number is no word";
  EXPECT_EQ(word(1, 0), "moves");
  EXPECT_EQ(word(1, 1), "red");
  EXPECT_EQ(word(1, 2), "seven");
}

TEST(CardSort, RowsOfAUserMayHaveToStandTogether) {
  const auto read = [](std::string_view rows) {
    AnswersBuilder builder;
    ReadCardSort({.text = rows, .place = "a.csv", .rows = RowsStand::kTogether}, builder.Sink());
    const Answers answers = builder.Finish();
    return Spell(answers) + " " + answers.group_words.words.Name(answers.group_words.Of(1, 0));
  };
  EXPECT_EQ(read("card_label,category_label,user_id\nx,fruit,u\ny,car,u\nz,big,v\nx,fruit,v\n"),
            "u -: x0 y1; v -: z0 x1 big");
  EXPECT_THAT(ErrorOf([&] { read("card_label,category_label,user_id\nx,a,u\nz,b,v\ny,a,u\n"); }),
              ::testing::HasSubstr("a.csv:4: rows of worker 'u' began in line 2"));
}

TEST(CardSort, ACardInNoCategoryIsCounted) {
  AnswersBuilder builder;
  ReadCardSort({kSortHeader + "1,x,,,u\n2,y,1,fruit,u\n3,z,1,fruit,u\n", "a.csv"}, builder.Sink());
  EXPECT_EQ(builder.intake().items_without_group, 1);
  EXPECT_EQ(Spell(builder.Finish()), "u -: y0 z0");
}

TEST(CardSort, OtherColumnsAreNamed) {
  AnswersBuilder builder;
  ReadCardSort({"card_label,category_id,user_id,comment,status\nx,1,u,nice,REJECTED\n", "a.csv"},
               builder.Sink());
  EXPECT_THAT(builder.intake().ignored_columns, ElementsAre("comment", "status"));
}

TEST(CardSort, SaysWhatIsWrong) {
  EXPECT_EQ(
      RefusedSort(kSortHeader + "1,x,1,fruit,u\n2,y,1,food,u\n"),
      "a.csv:3: category '1' of user 'u' is 'food' here and 'fruit' in line 2; a category has one label");
  EXPECT_EQ(RefusedSort(kSortHeader + "1,x,1,fruit,u\n1,x,2,food,u\n"),
            "a.csv:3: item 'x' stands twice in the answer of worker 'u' (first in line 2); give an item one "
            "group, and each of several answers an assignment id of its own");
  EXPECT_EQ(RefusedSort(kSortHeader + "1,x,1,fruit,\n"), "a.csv:2: an empty worker; name who answered");
  EXPECT_EQ(RefusedSort(kSortHeader + ",,1,fruit,u\n"),
            "a.csv:2: an empty item, of worker 'u'; name every item");
  EXPECT_EQ(RefusedSort("card,category_id,user_id\nx,1,u\n"),
            "a.csv:1: no column 'card_label'; nearest is 'card' (columns: card, category_id, user_id)");
  EXPECT_EQ(
      RefusedSort("card_id,category,user_id\nx,1,u\n"),
      "a.csv:1: no column 'category_label'; nearest is 'category' (columns: card_id, category, user_id)");
  EXPECT_EQ(RefusedSort("card_id,category_id,user\nx,1,u\n"),
            "a.csv:1: no column 'user_id'; nearest is 'user' (columns: card_id, category_id, user)");
}

}  // namespace
}  // namespace crowdclust
