#include "answers/write_card_sort.h"

#include <gmock/gmock.h>

#include "tests/answers/writing.h"

namespace crowdclust {
namespace {

using testing::AnnsSort;
using testing::BobsSort;
using testing::Write;

TEST(WriteCardSort, EveryAssignmentIsAUser) {
  RawAssignment again = BobsSort();
  again.groups = {"x", "x"};
  const auto [text, done] = Write("card-sort", {AnnsSort(), BobsSort(), again});
  EXPECT_EQ(text,
            "card_id,card_label,category_id,category_label,user_id\n"
            "1,apple,1,fruit,ann\n"
            "2,bus,2,2,ann\n"
            "3,\"fig, \"\"dry\"\"\",,,ann\n"
            "4,pear,1,fruit,ann\n"
            "1,apple,1,1,bob\n"
            "2,bus,2,2,bob\n"
            "1,apple,1,x,bob#2\n"
            "2,bus,1,x,bob#2\n");
  EXPECT_EQ(DescribeWriteCounts(done.counts),
            "not held: the HIT of 1 assignment\n"
            "not held: the id of 1 assignment\n"
            "not held: the seconds of 1 assignment\n"
            "not held: the status of 1 assignment\n"
            "written as further users, such as w1#2: 1 later assignment of a worker\n");
}

TEST(WriteCardSort, GoldenMarksAreNotHeld) {
  RawAssignment golden = BobsSort();
  golden.golden = true;
  EXPECT_EQ(DescribeWriteCounts(Write("card-sort", {golden}, true).done.counts),
            "not held: the golden mark of 1 assignment\n");
}

}  // namespace
}  // namespace crowdclust
