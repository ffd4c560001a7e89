#include "answers/long_table.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/random.h"
#include "tests/answers/reading.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::HasSubstr;
using testing::Spell;

std::string ReadTable(std::string_view text) {
  AnswersBuilder builder;
  ReadLongTable({text, "a.csv"}, builder.Sink());
  return Spell(builder.Finish());
}

std::string RefusedTable(std::string_view text) {
  return ErrorOf([&] { ReadTable(text); });
}

TEST(LongTable, RowsOfAnAssignmentMayStandAnywhere) {
  EXPECT_EQ(ReadTable("hit,assignment,worker,item,group\n"
                      "h1,a1,w1,x,1\n"
                      "h1,a2,w2,x,1\n"
                      "h1,a1,w1,y,2\n"
                      "h1,a2,w2,y,1\n"
                      "h1,a1,w1,z,1\n"),
            "w1 h1: x0 y1 z0; w2 h1: x0 y0");
}

TEST(LongTable, WithoutAssignmentsHitAndWorkerAreTheKey) {
  EXPECT_EQ(ReadTable("worker\titem\tgroup\thit\nw1\tx\t1\th1\nw1\tx\t1\th2\nw1\ty\t1\th1\nw2\ty\t1\th1\n"),
            "w1 h1: x0 y0; w1 h2: x0; w2 h1: y0");
}

TEST(LongTable, WithoutHitsAllRowsOfAWorkerAreOnePartition) {
  EXPECT_EQ(ReadTable("worker,item,group\nw1,x,1\nw2,x,1\nw1,y,2\nw2,y,1\n"), "w1 -: x0 y1; w2 -: x0 y0");
}

TEST(LongTable, AnEmptyHitIsNone) {
  EXPECT_EQ(ReadTable("hit,worker,item,group\n,w1,x,1\nh1,w1,y,2\n,w1,z,1\n"), "w1 -: x0 z0; w1 h1: y0");
}

TEST(LongTable, IdsAreTexts) {
  EXPECT_EQ(ReadTable("assignment,worker,item,group\n1.1,w,1,1\n1.10,w,1.0,1\n1.1,w,01,1.0\n"),
            "w -: 10 011; w -: 1.00");
}

TEST(LongTable, AnEmptyGroupIsNone) {
  AnswersBuilder builder;
  ReadLongTable({"worker,item,group\nw,x,\nw,y,1\nw,z,1\n", "a.csv"}, builder.Sink());
  EXPECT_EQ(builder.intake().items_without_group, 1);
  EXPECT_EQ(Spell(builder.Finish()), "w -: y0 z0");
}

TEST(LongTable, OtherColumnsAreNamed) {
  AnswersBuilder builder;
  ReadLongTable({"worker,item,group,group_tag,group_name\nw,x,1,Biological,Plants\n", "a.csv"},
                builder.Sink());
  EXPECT_THAT(builder.intake().ignored_columns, ElementsAre("group_name", "group_tag"));
}

TEST(LongTable, SecondsMayStandInOneRow) {
  AnswersBuilder builder;
  ReadLongTable({"worker,item,group,seconds\nw,x,1,\nw,y,1,12.5\nw,z,1,12.5\nv,x,1,\n", "a.csv"},
                builder.Sink());
  const Answers answers = builder.Finish();
  EXPECT_EQ(answers.seconds[0], 12.5);
  EXPECT_TRUE(std::isnan(answers.seconds[1]));
}

TEST(LongTable, GoldenAnswersAreLeftOutOrTaken) {
  const std::string text =
      "worker,item,group,golden\nw1,x,1,true\nw1,y,1,1\nw2,x,1,\nw2,y,1,false\nw3,x,1,0\nw3,y,2,\n";
  AnswersBuilder builder;
  ReadLongTable({text, "a.csv"}, builder.Sink());
  EXPECT_EQ(builder.intake().golden, 1);
  EXPECT_EQ(Spell(builder.Finish()), "w2 -: x0 y0; w3 -: x0 y1");
  AnswersBuilder all(true);
  ReadLongTable({text, "a.csv"}, all.Sink());
  EXPECT_EQ(all.intake().golden_included, 1);
}

TEST(LongTable, RefusesGoldenThatIsNoneOrDiffers) {
  EXPECT_EQ(RefusedTable("worker,item,group,golden\nw,x,1,gold\n"),
            "a.csv:2: golden is 'gold'; true, false or nothing");
  EXPECT_EQ(
      RefusedTable("worker,item,group,golden\nw,x,1,true\nw,y,1,\n"),
      "a.csv:3: golden is false here and true in line 2 of the same assignment; say the same in every row");
}

TEST(LongTable, ColumnsMayHaveOtherNames) {
  AnswersBuilder builder;
  ReadLongTable(
      {.text = "id,who,what,pile,worker,time\n1,w,x,a,u,5\n1,w,y,a,u,5\n2,w,x,a,u,6\n",
       .place = "a.csv",
       .columns = {.worker = "who", .item = "what", .group = "pile", .assignment = "id", .seconds = "time"}},
      builder.Sink());
  EXPECT_THAT(builder.intake().ignored_columns, ElementsAre("worker"));
  const Answers answers = builder.Finish();
  EXPECT_EQ(Spell(answers), "w -: x0 y0; w -: x0");
  EXPECT_THAT(answers.seconds, ElementsAre(5, 6));
}

TEST(LongTable, TheOrderOfRowsBetweenAssignmentsChangesNothing) {
  const std::string header = "hit,assignment,worker,item,group\n";
  Random random(testing::TestSeed());
  std::vector<std::string> keys;
  std::string in_order = header;
  std::vector<std::vector<std::string>> waiting(6);
  for (std::size_t a = 0; a < waiting.size(); ++a) {
    for (int i = 0; i < 5; ++i) {
      const std::string name = std::to_string(a);
      waiting[a].push_back("h" + name + ",a" + name + ",w" + name + ",item" + std::to_string(i) + "," +
                           std::to_string(random.Below(3)) + "\n");
      in_order += waiting[a].back();
    }
  }
  std::string mixed = header;
  for (auto& rows : waiting) mixed += rows[0];  // first appearances fix the order of assignments and items
  std::vector<std::size_t> turn;
  for (std::size_t a = 0; a < waiting.size(); ++a) turn.insert(turn.end(), 4, a);
  random.Shuffle(&turn);
  std::vector<std::size_t> next(waiting.size(), 1);
  for (const std::size_t a : turn) mixed += waiting[a][next[a]++];
  EXPECT_EQ(ReadTable(mixed), ReadTable(in_order));
}

TEST(LongTable, RefusesMissingColumnsAndNamesTheNearest) {
  EXPECT_EQ(RefusedTable("worker,itme,group\nw,x,1\n"),
            "a.csv:1: no column 'item'; nearest is 'itme' (columns: worker, itme, group)");
}

TEST(LongTable, RefusesRaggedRows) {
  EXPECT_EQ(RefusedTable("worker,item,group\nw,x,1\nw,y\n"),
            "a.csv:3: 2 cells where the header has 3; quote cells that hold the separator");
}

TEST(LongTable, RefusesAnItemTwiceWithBothLines) {
  EXPECT_EQ(
      RefusedTable("assignment,worker,item,group\na1,w,x,1\na1,w,y,1\na1,w,x,2\n"),
      "a.csv:4: item 'x' stands twice in the answer of worker 'w' in assignment 'a1' (first in line 2); give "
      "an item one group, and each of several answers an assignment id of its own");
  EXPECT_THAT(
      RefusedTable("hit,worker,item,group\nh,w,x,1\nh,w,y,1\nh,w,x,2\nh,w,y,2\n"),
      HasSubstr("a.csv:4: item 'x' stands twice in the answer of worker 'w' on HIT 'h' (first in line 2)"));
}

TEST(LongTable, RefusesAnAssignmentOfTwo) {
  EXPECT_EQ(
      RefusedTable("hit,assignment,worker,item,group\nh,a1,w1,x,1\nh,a1,w2,y,1\n"),
      "a.csv:3: assignment 'a1' is of worker 'w2' here and of 'w1' in line 2; an assignment is one worker's "
      "answer to one HIT");
  EXPECT_EQ(RefusedTable("hit,assignment,worker,item,group\nh1,a1,w1,x,1\n,a1,w1,y,1\n"),
            "a.csv:3: assignment 'a1' is of HIT '' here and of 'h1' in line 2; an assignment is one worker's "
            "answer "
            "to one HIT");
}

TEST(LongTable, RefusesEmptyNames) {
  EXPECT_EQ(RefusedTable("worker,item,group\nw,x,1\n,x,1\n"), "a.csv:3: an empty worker; name who answered");
  EXPECT_EQ(RefusedTable("worker,item,group\nw,x,1\nw,,1\n"),
            "a.csv:3: an empty item, of worker 'w'; name every item");
  EXPECT_EQ(RefusedTable("assignment,worker,item,group\n,w,x,1\n"),
            "a.csv:2: an empty assignment; give every row its id, or leave the column out");
}

TEST(LongTable, RefusesSecondsThatAreNone) {
  for (const std::string bad : {"-1", "nan", "inf", "1e999", "12s", " 1", "0x1"}) {
    EXPECT_EQ(RefusedTable("worker,item,group,seconds\nw,x,1," + bad + "\n"),
              "a.csv:2: seconds are '" + bad + "'; a number from 0 up, or nothing");
  }
  EXPECT_EQ(RefusedTable("worker,item,group,seconds\nw,x,1,3\nw,y,1,4.5\n"),
            "a.csv:3: seconds are 4.5 here and 3 in line 2 of the same assignment; say its time once, or the "
            "same in "
            "every row");
}

TEST(LongTable, LeavesOutWhatDoesNotCount) {
  AnswersBuilder builder;
  ReadLongTable(
      {"hit,worker,item,group,status\nh,w1,x,1,REJECTED\nh,w2,x,1,accepted\nh,w2,y,1,accepted\nh,w3,x,1,\nh,"
       "w3,y,2,\n",
       "a.csv"},
      builder.Sink());
  EXPECT_EQ(builder.intake().by_status.at("REJECTED"), 1);
  EXPECT_EQ(Spell(builder.Finish()), "w2 h: x0 y0; w3 h: x0 y1");
}

TEST(LongTable, RefusesTwoStatusesOfAnAssignment) {
  EXPECT_EQ(
      RefusedTable("worker,item,group,status\nw,x,1,APPROVED\nw,y,1,REJECTED\n"),
      "a.csv:3: status is 'REJECTED' here and 'APPROVED' in line 2 of the same assignment; an assignment has "
      "one status");
}

}  // namespace
}  // namespace crowdclust
