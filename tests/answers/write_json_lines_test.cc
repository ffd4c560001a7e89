#include "answers/write_json_lines.h"

#include <gmock/gmock.h>

#include "tests/answers/writing.h"

namespace crowdclust {
namespace {

using testing::AnnsSort;
using testing::BobsSort;
using testing::Write;

TEST(WriteJsonLines, SaysWhatIsKnown) {
  const auto [text, done] = Write("jsonl", {AnnsSort(), BobsSort()});
  EXPECT_EQ(text,
            R"({"assignment":"a1","hit":"h1","worker":"ann","items":["apple","bus","fig, \"dry\"","pear"],)"
            R"("groups":["fruit",2,null,"fruit"],"seconds":12.5,"status":"APPROVED"})"
            "\n"
            R"({"worker":"bob","items":["apple","bus"],"groups":[1,2]})"
            "\n");
  EXPECT_EQ(DescribeWriteCounts(done.counts), "");
}

TEST(WriteJsonLines, SecondsThatNoReaderTakesAreNotHeld) {
  RawAssignment raw = BobsSort();
  raw.seconds = 2e9;
  const auto [text, done] = Write("jsonl", {raw});
  EXPECT_EQ(text, R"({"worker":"bob","items":["apple","bus"],"groups":[1,2]})"
                  "\n");
  EXPECT_EQ(DescribeWriteCounts(done.counts), "not held: the seconds of 1 assignment\n");
}

}  // namespace
}  // namespace crowdclust
