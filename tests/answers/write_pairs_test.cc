#include "answers/write_pairs.h"

#include <gmock/gmock.h>

#include "tests/answers/writing.h"

namespace crowdclust {
namespace {

using testing::AnnsSort;
using testing::BobsSort;
using ::testing::StartsWith;
using testing::Write;

TEST(WritePairs, ARowIsAPair) {
  RawAssignment named = BobsSort();
  named.hit = "h7";
  named.assignment = "b7";
  named.seconds = 3;
  const auto [text, done] = Write("pairs", {AnnsSort(), BobsSort(), named});
  EXPECT_EQ(text,
            "worker\ta\tb\tsame\thit\tassignment\tseconds\tstatus\n"
            "ann\tapple\tbus\t0\th1#1\ta1\t\tAPPROVED\n"
            "ann\tapple\tpear\t1\th1#2\ta1\t\tAPPROVED\n"
            "ann\tbus\tpear\t0\th1#3\ta1\t\tAPPROVED\n"
            "bob\tapple\tbus\t0\t\t\t\t\n"
            "bob\tapple\tbus\t0\th7\tb7\t3\t\n");
  EXPECT_EQ(DescribeWriteCounts(done.counts),
            "numbered by pair: the HIT or id of 1 assignment\n"
            "not held: the seconds of 1 assignment\n"
            "not held: the words for groups of 1 assignment\n"
            "not held: 1 item without a group\n");
}

TEST(WritePairs, WithoutAPairAnAssignmentIsLeftOut) {
  RawAssignment raw = BobsSort();
  raw.groups[1] = std::nullopt;
  for (const char* format : {"pairs", "crowd-kit-pairs"}) {
    const auto [text, done] = Write(format, {raw, BobsSort()});
    EXPECT_EQ(done.written, 1);
    EXPECT_EQ(DescribeWriteCounts(done.counts),
              "left out: 1 assignment with fewer than two items in groups\n");
  }
}

TEST(WritePairs, GoldenOnesAreMarkedWhereTheyMayCome) {
  RawAssignment golden = BobsSort();
  golden.golden = true;
  EXPECT_EQ(Write("pairs", {golden, BobsSort()}, true).text,
            "worker\ta\tb\tsame\thit\tassignment\tseconds\tstatus\tgolden\n"
            "bob\tapple\tbus\t0\t\t\t\t\ttrue\n"
            "bob\tapple\tbus\t0\t\t\t\t\t\n");
}

TEST(WriteCrowdKitPairs, ATaskIsTwoItemsInTheOrderOfTheirNames) {
  RawAssignment raw = {.worker = "w", .items = {"b|c", "a\\", "a"}, .groups = {"1", "1", "2"}};
  const auto [text, done] = Write("crowd-kit-pairs", {raw, AnnsSort()});
  EXPECT_THAT(text, StartsWith("task,worker,label\n"
                               "a\\\\|b\\|c,w,1\n"
                               "a|b\\|c,w,0\n"
                               "a|a\\\\,w,0\n"
                               "apple|bus,ann,0\n"));
  EXPECT_EQ(DescribeWriteCounts(done.counts),
            "not held: the HIT of 1 assignment\n"
            "not held: the id of 1 assignment\n"
            "not held: the seconds of 1 assignment\n"
            "not held: the status of 1 assignment\n"
            "not held: the words for groups of 1 assignment\n"
            "not held: 1 item without a group\n");
}

}  // namespace
}  // namespace crowdclust
