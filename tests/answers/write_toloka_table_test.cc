#include "answers/write_toloka_table.h"

#include <gmock/gmock.h>

#include "tests/answers/writing.h"

namespace crowdclust {
namespace {

using testing::AnnsSort;
using testing::BobsSort;
using ::testing::EndsWith;
using ::testing::StartsWith;
using testing::Write;

const std::string kTolokaHeader =
    "INPUT:images\tOUTPUT:result\tASSIGNMENT:assignment_id\tASSIGNMENT:task_id\tASSIGNMENT:worker_id\t"
    "ASSIGNMENT:status\tASSIGNMENT:started\tASSIGNMENT:submitted";

TEST(WriteTolokaTable, ARowIsAnAssignment) {
  const auto [text, done] = Write("toloka", {AnnsSort()});
  EXPECT_EQ(text, kTolokaHeader +
                      "\n\"\"\"apple\"\",\"\"bus\"\",\"\"fig, \\\"\"dry\\\"\"\"\",\"\"pear\"\"\"\t"
                      "\"{\"\"group\"\":\"\"fruit\"\"},{\"\"group\"\":2},{\"\"group\"\":null},{\"\"group\"\":"
                      "\"\"fruit\"\"}\"\t"
                      "a1\th1\tann\tAPPROVED\t1970-01-01T00:00:00.000\t1970-01-01T00:00:12.500\n");
  EXPECT_EQ(DescribeWriteCounts(done.counts), "");
}

TEST(WriteTolokaTable, WhatIsNotKnownIsEmptyButForTheHit) {
  const auto [text, done] = Write("toloka", {BobsSort()});
  EXPECT_THAT(text, ::testing::ContainsRegex("\t\t1-[0-9a-f]{12}\tbob\t\t\t\n$"));
  EXPECT_EQ(DescribeWriteCounts(done.counts), "made up: the HIT of 1 assignment without one\n");
}

TEST(WriteTolokaTable, SecondsAreRoundedToAThousandthAndBoundByTheYears) {
  RawAssignment raw = AnnsSort();
  raw.seconds = 1.0 / 3;
  auto written = Write("toloka", {raw});
  EXPECT_THAT(written.text, EndsWith("\t1970-01-01T00:00:00.333\n"));
  EXPECT_EQ(DescribeWriteCounts(written.done.counts),
            "rounded to a thousandth: the seconds of 1 assignment\n");
  raw.seconds = 1e12;
  written = Write("toloka", {raw});
  EXPECT_THAT(written.text, EndsWith("\tAPPROVED\t\t\n"));
  EXPECT_EQ(DescribeWriteCounts(written.done.counts), "not held: the seconds of 1 assignment\n");
}

TEST(WriteTolokaTable, GoldenOnesHaveAColumn) {
  RawAssignment golden = AnnsSort();
  golden.golden = true;
  const std::string text = Write("toloka", {golden}, true).text;
  EXPECT_THAT(text, StartsWith(kTolokaHeader + "\tGOLDEN:result\n"));
  EXPECT_THAT(text, EndsWith("\ttrue\n"));
}

}  // namespace
}  // namespace crowdclust
