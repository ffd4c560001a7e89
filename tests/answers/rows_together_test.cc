// A long table whose assignments' rows stand together.
#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "answers/long_table.h"
#include "base/random.h"
#include "tests/answers/reading.h"
#include "tests/testing/test_seed.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using testing::Spell;

std::string ReadApart(std::string_view text, bool together = true) {
  AnswersBuilder builder;
  ReadLongTable(
      {.text = text, .place = "a.csv", .rows = together ? RowsStand::kTogether : RowsStand::kAnywhere},
      builder.Sink());
  return Spell(builder.Finish());
}

std::string RefusedApart(std::string_view text) {
  return ErrorOf([&] { ReadApart(text); });
}

// A table with or without HITs and assignments, rows of an assignment together.
std::string SomeTable(Random* random, bool hits, bool assignments) {
  std::string text = std::string(hits ? "hit," : "") + (assignments ? "assignment," : "") +
                     "worker,item,group,seconds,status,golden\n";
  for (int a = 0; a < 40; ++a) {
    const std::string name = std::to_string(a);
    const std::string worker = hits || assignments ? std::to_string(a % 7) : name;
    const std::string tail = "," + std::to_string(random->Below(50)) + "," +
                             (random->Chance(0.2) ? "REJECTED" : "") + "," + (random->Chance(0.2) ? "1" : "");
    const int first = random->Below(30);
    for (int i = 1 + random->Below(6); i > 0; --i) {
      text += (hits ? "h" + std::to_string(a / 7) + "," : "") + (assignments ? name + "," : "") + worker +
              ",i" + std::to_string(first + i) + "," +
              (random->Chance(0.1) ? "" : std::to_string(random->Below(3))) + tail + "\n";
    }
  }
  return text;
}

TEST(RowsTogether, ReadAsTheWholeTable) {
  Random random(testing::TestSeed());
  for (const bool hits : {false, true}) {
    for (const bool assignments : {false, true}) {
      const std::string text = SomeTable(&random, hits, assignments);
      EXPECT_EQ(ReadApart(text), ReadApart(text, false)) << text;
    }
  }
}

TEST(RowsTogether, AnAssignmentIsHandedOnAsSoonAsItsRowsEnd) {
  const std::string text = "worker,item,group\nw1,x,1\nw1,y,1\nw2,x,1\nw3,x,1\n";
  std::vector<std::string> seen;
  std::size_t read = 0;
  const AssignmentSink sink{.add =
                                [&](const std::string& place, const RawAssignment& raw) {
                                  EXPECT_EQ(place, "a.csv");
                                  seen.push_back(std::string(raw.worker) + " " +
                                                 std::to_string(raw.items.size()) + " from " +
                                                 std::to_string(raw.line) + " after " + std::to_string(read));
                                },
                            .ignore_column = [](std::string_view) {}};
  ReadLongTable({.text = text,
                 .place = "a.csv",
                 .passed = [&read](std::size_t offset) { read = offset; },
                 .rows = RowsStand::kTogether},
                sink);
  EXPECT_THAT(seen, ElementsAre("w1 2 from 2 after 32", "w2 1 from 4 after 39", "w3 1 from 5 after 46"));
}

TEST(RowsTogether, RefusesAnAssignmentThatComesBack) {
  EXPECT_EQ(
      RefusedApart("assignment,worker,item,group\n1,w,x,1\n2,w,x,1\n1,w,y,1\n"),
      "a.csv:4: rows of assignment '1' began in line 2 and come back here after others; sort the table by "
      "assignment, or convert it with --scattered");
  EXPECT_EQ(
      RefusedApart("hit,worker,item,group\nh,w,x,1\nh,v,x,1\nh,w,y,1\n"),
      "a.csv:4: rows of worker 'w' on HIT 'h' began in line 2 and come back here after others; sort the "
      "table by HIT and worker, or convert it with --scattered");
  EXPECT_EQ(RefusedApart("hit,worker,item,group\n,w,x,1\nh,w,x,1\n,w,y,1\n"),
            "a.csv:4: rows of worker 'w' without a HIT began in line 2 and come back here after others; sort "
            "the table by HIT and worker, or convert it with --scattered");
  EXPECT_EQ(RefusedApart("worker,item,group\nw,x,1\nv,x,1\nu,x,1\nv,y,1\n"),
            "a.csv:5: rows of worker 'v' began in line 3 and come back here after others; sort the table by "
            "worker, or convert it with --scattered");
}

TEST(RowsTogether, RowsMustAgreeAllTheSame) {
  EXPECT_EQ(
      RefusedApart("worker,item,group,seconds\nw,x,1,3\nw,y,1,4\n"),
      "a.csv:3: seconds are 4 here and 3 in line 2 of the same assignment; say its time once, or the same "
      "in every row");
  EXPECT_EQ(RefusedApart("worker,item,group\nw,x,1\nw,x,1\nv,x,1\n"),
            "a.csv:3: item 'x' stands twice in the answer of worker 'w' (first in line 2); give an item one "
            "group, and each of several answers an assignment id of its own");
}

}  // namespace
}  // namespace crowdclust
