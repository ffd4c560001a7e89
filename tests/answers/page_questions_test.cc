#include "answers/page_questions.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "answers/pair_table.h"
#include "answers/read_answers.h"
#include "tests/testing/test_files.h"

namespace crowdclust {
namespace {

std::string HitOf(PageQuestions* questions, const char* hit, std::vector<std::string_view> items) {
  RawAssignment raw{.hit = hit, .items = std::move(items)};
  questions->NameApart(&raw);
  return std::string(raw.hit);
}

TEST(PageQuestions, NumbersAllButTheFirst) {
  PageQuestions questions;
  EXPECT_EQ(HitOf(&questions, "h1", {"a", "b"}), "h1");
  EXPECT_EQ(HitOf(&questions, "h1", {"c", "d"}), "h1#2");
  EXPECT_EQ(HitOf(&questions, "h2", {"c", "d"}), "h2");
  EXPECT_EQ(HitOf(&questions, "h1", {"a", "d"}), "h1#3");
  EXPECT_EQ(HitOf(&questions, "h1", {"d", "c"}), "h1#2");  // in any order
  EXPECT_EQ(HitOf(&questions, "h1", {"b", "a"}), "h1");
  EXPECT_EQ(HitOf(&questions, "", {"b", "a"}), "");
}

TEST(PageQuestions, NumbersAssignmentsWhereNoHitIsNamed) {
  PageQuestions questions;
  const auto assignment_of = [&questions](std::vector<std::string_view> items) {
    RawAssignment raw{.assignment = "a1", .items = std::move(items)};
    questions.NameApart(&raw);
    return std::string(raw.assignment);
  };
  EXPECT_EQ(assignment_of({"a", "b"}), "a1");
  EXPECT_EQ(assignment_of({"a", "c"}), "a1#2");
}

// Two pairs on page h1, answered by two workers, one of whom answers a pair again.
TEST(PageQuestions, EveryPairOfAPageCounts) {
  const testing::ScratchFolder folder;
  for (const char* text :
       {"worker,hit,a,b,same\nw1,h1,a,b,1\nw1,h1,c,d,0\nw2,h1,d,c,1\nw2,h1,a,b,1\nw1,h1,c,d,1\n",
        "worker,hit,a,b,c,odd\nw1,h1,a,b,c,1\nw1,h1,d,e,f,2\nw2,h1,d,e,f,3\nw2,h1,a,b,c,1\n"
        "w1,h1,d,e,f,1\n"}) {
    const AnswersAndIntake read = ReadAnswers(std::vector{folder.Write("t.csv", text)});
    EXPECT_EQ(read.intake.assignments, 4) << text;
    EXPECT_EQ(read.intake.duplicates, 1) << text;
  }
}

// Pages of 17 and 18 pairs: every answer counts.
TEST(PageQuestions, RestaurantsAreReadWhole) {
  CROWDCLUST_NEEDS_DATA(path, "restaurants/pairs.csv");
  const AnswersAndIntake read = ReadAnswers(std::vector{path});
  EXPECT_EQ(read.intake.assignments, 6012);
  EXPECT_EQ(read.intake.duplicates, 0);
}

}  // namespace
}  // namespace crowdclust
