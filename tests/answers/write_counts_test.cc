#include "answers/write_counts.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace crowdclust {
namespace {

TEST(WriteCounts, CountsOfNothingAreNotSaid) { EXPECT_EQ(DescribeWriteCounts({}), ""); }

TEST(WriteCounts, AreALineEach) {
  WriteCounts counts;
  counts.Add(WriteCount::kHit, 1200);
  counts.Add(WriteCount::kUser);
  counts.Add(WriteCount::kGroupRenamed, 2);
  counts.Add(WriteCount::kSeconds, 0);
  EXPECT_EQ(counts.Of(WriteCount::kHit), 1200);
  EXPECT_EQ(DescribeWriteCounts(counts),
            "not held: the HIT of 1,200 assignments\n"
            "written with a space behind: the name of 2 groups, which means something else in this format\n"
            "written as further users, such as w1#2: 1 later assignment of a worker\n");
}

TEST(WriteCounts, EveryOneHasWords) {
  WriteCounts counts;
  for (int what = 0; what < static_cast<int>(WriteCount::kCount); ++what)
    counts.Add(static_cast<WriteCount>(what), 1000 + what);
  const std::string text = DescribeWriteCounts(counts);
  EXPECT_EQ(std::ranges::count(text, '\n'), static_cast<int>(WriteCount::kCount));
  for (int what = 0; what < static_cast<int>(WriteCount::kCount); ++what)
    EXPECT_NE(text.find(" 1,0" + std::string(what < 10 ? "0" : "") + std::to_string(what) + " "), text.npos);
}

}  // namespace
}  // namespace crowdclust
