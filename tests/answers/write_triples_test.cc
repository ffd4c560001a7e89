#include "answers/write_triples.h"

#include <gmock/gmock.h>

#include "tests/answers/writing.h"

namespace crowdclust {
namespace {

using testing::AnnsSort;
using testing::BobsSort;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using testing::Write;

RawAssignment Triple(std::string_view a, std::string_view b, std::string_view c) {
  return {.hit = "h",
          .assignment = "t",
          .worker = "w",
          .status = "SUBMITTED",
          .seconds = 2,
          .items = {"x", "y", "z"},
          .groups = {a, b, c}};
}

std::string OddOf(const RawAssignment& raw) {
  const std::string text = Write("triples", {raw}).text;
  return text.substr(text.find('\n') + 1);
}

TEST(WriteTriples, TheOddOneIsNamed) {
  EXPECT_EQ(Write("triples", {Triple("1", "1", "2")}).text,
            "worker\ta\tb\tc\todd\thit\tassignment\tseconds\tstatus\n"
            "w\tx\ty\tz\tz\th\tt\t2\tSUBMITTED\n");
  EXPECT_EQ(OddOf(Triple("1", "2", "1")), "w\tx\ty\tz\ty\th\tt\t2\tSUBMITTED\n");
  EXPECT_EQ(OddOf(Triple("2", "1", "1")), "w\tx\ty\tz\tx\th\tt\t2\tSUBMITTED\n");
}

TEST(WriteTriples, AllOthersAreLeftOut) {
  EXPECT_EQ(OddOf(Triple("1", "1", "1")), "");
  EXPECT_EQ(OddOf(Triple("1", "2", "3")), "");
  EXPECT_EQ(OddOf(Triple("1", "2", "")), "");
  EXPECT_EQ(OddOf(BobsSort()), "");
  const auto [text, done] = Write("triples", {AnnsSort(), Triple("red", "red", "2")});
  EXPECT_EQ(done.written, 1);
  EXPECT_EQ(DescribeWriteCounts(done.counts),
            "not held: the words for groups of 1 assignment\n"
            "left out: 1 assignment not of three items with an odd one\n");
}

TEST(WriteTriples, GoldenOnesAreMarkedWhereTheyMayCome) {
  RawAssignment golden = Triple("1", "1", "2");
  golden.golden = true;
  const std::string text = Write("triples", {golden}, true).text;
  EXPECT_THAT(text, HasSubstr("\tstatus\tgolden\n"));
  EXPECT_THAT(text, EndsWith("\tSUBMITTED\ttrue\n"));
}

}  // namespace
}  // namespace crowdclust
