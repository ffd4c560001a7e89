#include "answers/pair_table.h"

#include <gmock/gmock.h>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::Pair;
using testing::Spell;

struct Taken {
  std::string answers;
  Intake intake;
};

Taken ReadPairs(std::string_view text) {
  AnswersBuilder builder;
  ReadPairTable({text, "a.csv"}, builder.Sink());
  Taken taken{.answers = {}, .intake = builder.intake()};
  taken.answers = Spell(builder.Finish());
  return taken;
}

std::string RefusedPairs(std::string_view text) {
  return ErrorOf([&] { ReadPairs(text); });
}

TEST(PairTable, EachRowIsAPartitionOfTwo) {
  for (const std::string same : {"1", "true", "yes", "same", "TRUE", "Same"}) {
    for (const std::string apart : {"0", "false", "no", "different", "FALSE", "Different"}) {
      EXPECT_EQ(ReadPairs("worker,a,b,same\nw,x,y," + same + "\nw,y,z," + apart + "\n").answers,
                "w -: x0 y0; w -: y0 z1");
    }
  }
}

TEST(PairTable, NothingIsADuplicateWithoutAHit) {
  const Taken taken = ReadPairs("worker,a,b,same\nw,x,y,1\nw,x,y,1\nw,y,x,0\n");
  EXPECT_EQ(taken.answers, "w -: x0 y0; w -: x0 y0; w -: y0 x1");
  EXPECT_EQ(taken.intake.duplicates, 0);
}

TEST(PairTable, HitsAndAssignmentsTellDuplicates) {
  const Taken hits = ReadPairs("hit,worker,a,b,same\nh,w,x,y,1\nh,w,x,y,0\nh,v,x,y,0\n");
  EXPECT_EQ(hits.answers, "w h: x0 y0; v h: x0 y1");
  EXPECT_EQ(hits.intake.first_duplicate, "a.csv:3: worker 'w' on HIT 'h'");
  EXPECT_EQ(ReadPairs("assignment,worker,a,b,same\n1,w,x,y,1\n1,w,x,y,0\n2,w,x,y,0\n").answers,
            "w -: x0 y0; w -: x0 y1");
}

TEST(PairTable, NothingIsNoAnswer) {
  const Taken taken = ReadPairs("worker,a,b,same\nw,x,y,\nw,y,z,1\n");
  EXPECT_EQ(taken.answers, "w -: y0 z0");
  EXPECT_EQ(taken.intake.items_without_group, 2);
  EXPECT_EQ(taken.intake.without_pairs, 1);
}

TEST(PairTable, StatusSecondsAndGoldenAreRead) {
  AnswersBuilder builder;
  ReadPairTable({"seconds,status,golden,worker,a,b,same,note\n2.5,APPROVED,,w,x,y,1,n\n"
                 "late,REJECTED,maybe,w,x,,perhaps,n\n3,,TRUE,w,x,z,1,n\n",
                 "a.csv"},
                builder.Sink());
  EXPECT_THAT(builder.intake().by_status, ElementsAre(Pair("REJECTED", 1))) << "its other cells are not read";
  EXPECT_EQ(builder.intake().golden, 1);
  EXPECT_THAT(builder.intake().ignored_columns, ElementsAre("note"));
  const Answers answers = builder.Finish();
  EXPECT_EQ(Spell(answers), "w -: x0 y0");
  EXPECT_EQ(answers.seconds[0], 2.5);
}

TEST(PairTable, SaysWhatIsWrong) {
  EXPECT_EQ(RefusedPairs("worker,a,b,same\nw,x,y,1\nw,x,y,perhaps\n"),
            "a.csv:3: same is 'perhaps'; 1, true, yes or same, or 0, false, no or different, or nothing");
  EXPECT_EQ(RefusedPairs("worker,a,b,same\nw,x,x,1\n"),
            "a.csv:2: item 'x' stands twice in the answer of worker 'w' (first in line 2); give an item one "
            "group, and each of several answers an assignment id of its own");
  EXPECT_EQ(RefusedPairs("worker,a,b,same\nw,x,,1\n"),
            "a.csv:2: an empty item, of worker 'w'; name every item");
  EXPECT_EQ(RefusedPairs("worker,a,b,same\n,x,y,1\n"), "a.csv:2: an empty worker; name who answered");
  EXPECT_EQ(RefusedPairs("worker,a,b,sam\nw,x,y,1\n"),
            "a.csv:1: no column 'same'; nearest is 'sam' (columns: worker, a, b, sam)");
  EXPECT_EQ(RefusedPairs("worker,a,b,same,golden\nw,x,y,1,gold\n"),
            "a.csv:2: golden is 'gold'; true, false or nothing");
  EXPECT_EQ(RefusedPairs("worker,a,b,same,seconds\nw,x,y,1,-3\n"),
            "a.csv:2: seconds are '-3'; a number from 0 up, or nothing");
}

}  // namespace
}  // namespace crowdclust
