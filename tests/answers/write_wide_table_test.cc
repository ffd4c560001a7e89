#include "answers/write_wide_table.h"

#include <gmock/gmock.h>

#include "tests/answers/reading.h"
#include "tests/answers/writing.h"

namespace crowdclust {
namespace {

using testing::AnnsSort;
using testing::BobsSort;
using ::testing::StartsWith;
using testing::Write;

TEST(WriteWideTable, ARowIsAnItemAndAColumnAnAssignment) {
  RawAssignment again = BobsSort();
  again.groups = {"NA", "x"};
  const auto [text, done] = Write("wide", {BobsSort(), AnnsSort(), again});
  EXPECT_EQ(text,
            "item\tbob\tann\tbob#2\n"
            "apple\t1\tfruit\tNA \n"
            "bus\t2\t2\tx\n"
            "pear\t\tfruit\t\n");
  EXPECT_EQ(DescribeWriteCounts(done.counts),
            "not held: the HIT of 1 assignment\n"
            "not held: the id of 1 assignment\n"
            "not held: the seconds of 1 assignment\n"
            "not held: the status of 1 assignment\n"
            "written with a space behind: the name of 1 group, which means something else in this format\n"
            "not held: 1 item without a group\n"
            "written as further users, such as w1#2: 1 later assignment of a worker\n");
}

TEST(WriteWideWorkersTable, IsTheSameTurnedOver) {
  RawAssignment again = BobsSort();
  again.groups = {"NA", "x"};
  EXPECT_EQ(Write("wide-workers", {BobsSort(), AnnsSort(), again}).text,
            "worker\tapple\tbus\tpear\n"
            "bob\t1\t2\t\n"
            "ann\tfruit\t2\tfruit\n"
            "bob#2\tNA \tx\t\n");
}

TEST(WriteWideTable, NamesInTheHeaderAreNotTakenForSeparators) {
  RawAssignment raw = BobsSort();
  raw.worker = "b,o;b, jr,,,";
  EXPECT_THAT(Write("wide", {raw}).text, StartsWith("item\t\"b,o;b, jr,,,\"\napple\t1\n"));
}

// Every assignment shows items that none before did.
TEST(WriteWideTable, RefusesWhatIsMostlyEmpty) {
  constexpr std::size_t kItems = 50;
  std::string text;
  AnswersConverter converter({.to = "wide"}, [&text](std::string_view piece) { text += piece; });
  const AssignmentSink sink = converter.Sink();
  long long a = 0;
  const std::string error = testing::ErrorOf([&] {
    for (; a < 1000; ++a) {
      std::vector<std::string> names;
      for (std::size_t i = 0; i < kItems; ++i) names.push_back(std::to_string(a) + "/" + std::to_string(i));
      RawAssignment raw = {.line = a + 1, .worker = "w", .items = {names.begin(), names.end()}};
      raw.groups.assign(kItems, "1");
      sink.add("in", raw);
    }
  });
  EXPECT_EQ(error,
            "in:633: 31,650 items and 633 assignments so far make a matrix of more than 20,000,000 cells; "
            "write another format, such as table or card-sort");
  EXPECT_EQ(text, "");
}

}  // namespace
}  // namespace crowdclust
