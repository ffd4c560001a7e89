#include "answers/write_long_table.h"

#include <gmock/gmock.h>

#include "tests/answers/writing.h"

namespace crowdclust {
namespace {

using testing::AnnsSort;
using testing::BobsSort;
using ::testing::HasSubstr;
using testing::Write;

TEST(WriteLongTable, ARowIsAnItem) {
  const auto [text, done] = Write("table", {AnnsSort()});
  EXPECT_EQ(text,
            "hit\tassignment\tworker\titem\tgroup\tseconds\tstatus\n"
            "h1\ta1\tann\tapple\tfruit\t12.5\tAPPROVED\n"
            "h1\ta1\tann\tbus\t2\t12.5\tAPPROVED\n"
            "h1\ta1\tann\t\"fig, \"\"dry\"\"\"\t\t12.5\tAPPROVED\n"
            "h1\ta1\tann\tpear\tfruit\t12.5\tAPPROVED\n");
  EXPECT_EQ(DescribeWriteCounts(done.counts), "");
}

TEST(WriteLongTable, IdsAreMadeUpWhereTheyAreMissingOrShared) {
  RawAssignment next = AnnsSort();
  next.hit = "h2";
  const auto [text, done] = Write("table", {AnnsSort(), next, BobsSort()});
  EXPECT_THAT(text, HasSubstr("\nh2\ta1#2-"));
  EXPECT_THAT(text, HasSubstr("\n\t3-"));
  EXPECT_EQ(DescribeWriteCounts(done.counts), "made up: the id of 2 assignments without one of its own\n");
}

TEST(WriteLongTable, GoldenOnesAreMarkedWhereTheyMayCome) {
  RawAssignment golden = BobsSort();
  golden.golden = true;
  golden.assignment = "g";
  RawAssignment other = BobsSort();
  other.assignment = "o";
  EXPECT_EQ(Write("table", {golden, other}, true).text,
            "hit\tassignment\tworker\titem\tgroup\tseconds\tstatus\tgolden\n"
            "\tg\tbob\tapple\t1\t\t\ttrue\n\tg\tbob\tbus\t2\t\t\ttrue\n"
            "\to\tbob\tapple\t1\t\t\t\n\to\tbob\tbus\t2\t\t\t\n");
}

TEST(WriteCrowdKit, LeavesItemsWithoutAGroupOut) {
  const auto [text, done] = Write("crowd-kit", {AnnsSort()});
  EXPECT_EQ(text,
            "task,worker,label,hit,assignment,seconds,status\n"
            "apple,ann,fruit,h1,a1,12.5,APPROVED\n"
            "bus,ann,2,h1,a1,12.5,APPROVED\n"
            "pear,ann,fruit,h1,a1,12.5,APPROVED\n");
  EXPECT_EQ(DescribeWriteCounts(done.counts), "not held: 1 item without a group\n");
}

}  // namespace
}  // namespace crowdclust
