#include "answers/triple_table.h"

#include <gmock/gmock.h>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::Pair;
using testing::Spell;

std::string ReadTriples(std::string_view text) {
  AnswersBuilder builder;
  ReadTripleTable({text, "a.csv"}, builder.Sink());
  return Spell(builder.Finish());
}

std::string RefusedTriples(std::string_view text) {
  return ErrorOf([&] { ReadTriples(text); });
}

TEST(TripleTable, EachRowIsTheOddOneAndTheOtherTwo) {
  for (const std::string odd : {"y", "b", "2"})
    EXPECT_EQ(ReadTriples("worker,a,b,c,odd\nw,x,y,z," + odd + "\n"), "w -: x0 y1 z0") << odd;
  EXPECT_EQ(ReadTriples("worker,a,b,c,odd\nw,x,y,z,a\nw,x,y,z,c\n"), "w -: x0 y1 z1; w -: x0 y0 z1");
}

TEST(TripleTable, NamesOfItemsComeBeforeColumnsAndThoseBeforeNumbers) {
  EXPECT_EQ(ReadTriples("worker,a,b,c,odd\nw,b,c,a,a\n"), "w -: b0 c0 a1");
  EXPECT_EQ(ReadTriples("worker,a,b,c,odd\nw,3,1,2,3\n"), "w -: 30 11 21");
  EXPECT_EQ(ReadTriples("worker,a,b,c,odd\nw,2,5,6,1\n"), "w -: 20 51 61") << "1 is none of the names";
  EXPECT_EQ(ReadTriples("worker,a,b,c,odd\nw,x,a,y,c\n"), "w -: x0 a0 y1") << "c is none of the names";
}

TEST(TripleTable, NothingIsNoAnswer) {
  AnswersBuilder builder;
  ReadTripleTable({"worker,a,b,c,odd\nw,x,y,z,\nw,x,y,z,x\nw,x,y,z,x\n", "a.csv"}, builder.Sink());
  EXPECT_EQ(builder.intake().items_without_group, 3);
  EXPECT_EQ(builder.intake().without_pairs, 1);
  EXPECT_EQ(builder.intake().duplicates, 0);
  EXPECT_EQ(Spell(builder.Finish()), "w -: x0 y1 z1; w -: x0 y1 z1");
}

TEST(TripleTable, OtherColumnsAreReadOrNamed) {
  AnswersBuilder builder;
  ReadTripleTable({"hit,assignment,worker,a,b,c,odd,seconds,status,golden,block\n"
                   "h,1,w,x,y,z,x,1.5,APPROVED,0,k\nh,2,w,x,y,z,y,,,0,k\nh,3,v,x,,z,none,soon,REJECTED,?,k\n",
                   "a.csv"},
                  builder.Sink());
  EXPECT_THAT(builder.intake().ignored_columns, ElementsAre("block"));
  EXPECT_THAT(builder.intake().by_status, ElementsAre(Pair("REJECTED", 1)));
  EXPECT_EQ(builder.intake().duplicates, 1);
  const Answers answers = builder.Finish();
  EXPECT_EQ(Spell(answers), "w h: x0 y1 z1");
  EXPECT_EQ(answers.seconds[0], 1.5);
}

TEST(TripleTable, SaysWhatIsWrong) {
  for (const std::string odd : {"u", "d", "0", "4", "A", "12", "ab"}) {
    EXPECT_EQ(
        RefusedTriples("worker,a,b,c,odd\nw,x,y,z," + odd + "\n"),
        "a.csv:2: odd is '" + odd + "'; 'x', 'y' or 'z', or its column a, b or c, or 1, 2 or 3, or nothing");
  }
  EXPECT_EQ(RefusedTriples("worker,a,b,c,odd\nw,x,y,x,y\n"),
            "a.csv:2: item 'x' stands twice in the answer of worker 'w' (first in line 2); give an item one "
            "group, and each of several answers an assignment id of its own");
  EXPECT_EQ(RefusedTriples("worker,a,b,c\nw,x,y,z\n"),
            "a.csv:1: no column 'odd'; nearest is 'a' (columns: worker, a, b, c)");
}

}  // namespace
}  // namespace crowdclust
