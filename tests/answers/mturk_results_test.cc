#include "answers/mturk_results.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::Pair;
using testing::Spell;

const std::string kResultsHeader =
    "\"HITId\",\"Title\",\"AssignmentId\",\"WorkerId\",\"AssignmentStatus\",\"WorkTimeInSeconds\","
    "\"Input.images\",\"Input.golden\",\"Answer.groups\",\"Approve\",\"Reject\"\n";
const std::string kRowItems = R"("[""x"",""y"",""z""]")";

struct MturkRow {
  std::string hit = "H1", assignment = "A1", worker = "W1", status = "Submitted", seconds = "31";
  std::string items = kRowItems, golden = "", groups = R"("[1,2,1]")", approve = "", reject = "";
};

std::string Line(const MturkRow& row) {
  return row.hit + ",Group," + row.assignment + "," + row.worker + "," + row.status + "," + row.seconds +
         "," + row.items + "," + row.golden + "," + row.groups + "," + row.approve + "," + row.reject + "\n";
}

// The answers, spelt out; what was left out goes to `intake`.
std::string ReadMturk(const std::string& text, Intake* intake) {
  AnswersBuilder builder;
  ReadMturkResults({text, "a.csv"}, builder.Sink());
  *intake = builder.intake();
  return Spell(builder.Finish());
}

std::string RefusedMturk(const std::string& text) {
  return ErrorOf([&] {
    Intake intake;
    ReadMturk(text, &intake);
  });
}

TEST(MturkResults, ReadsARow) {
  AnswersBuilder builder;
  ReadMturkResults(
      {kResultsHeader + Line({}) + Line({.assignment = "A2", .worker = "W2", .seconds = ""}), "a.csv"},
      builder.Sink());
  EXPECT_THAT(builder.intake().ignored_columns, ElementsAre("Title"));
  const Answers answers = builder.Finish();
  EXPECT_EQ(Spell(answers), "W1 H1: x0 y1 z0; W2 H1: x0 y1 z0");
  EXPECT_EQ(answers.seconds[0], 31);
  EXPECT_TRUE(std::isnan(answers.seconds[1]));
}

TEST(MturkResults, WorkerItemsAndGroupsAreEnoughInAnyOrder) {
  Intake intake;
  EXPECT_EQ(ReadMturk("Answer.groups,WorkerId,Input.images\n\"[1,null,\"\"a\"\"]\",W1," + kRowItems + "\n",
                      &intake),
            "W1 -: x0 z1");
}

TEST(MturkResults, ACrowdFormsAnswerIsRead) {
  Intake intake;
  EXPECT_EQ(ReadMturk("WorkerId,Input.images,Answer.taskAnswers\n"
                      "W1," +
                          kRowItems +
                          ",\"[{\"\"groups\"\":\"\"[1,1,2]\"\"}]\"\n"
                          "W2," +
                          kRowItems + ",\"[{\"\"groups\"\":[2,1,1]}]\"\n",
                      &intake),
            "W1 -: x0 y0 z1; W2 -: x0 y1 z1");
}

TEST(MturkResults, OfTwoFilledAnswersTheGroupsCount) {
  Intake intake;
  EXPECT_EQ(ReadMturk("WorkerId,Input.images,Answer.taskAnswers,Answer.groups\n"
                      "W1," +
                          kRowItems +
                          ",not JSON,\"[1,1,2]\"\n"
                          "W2," +
                          kRowItems + ",\"[{\"\"groups\"\":[2,1,1]}]\",\n",
                      &intake),
            "W1 -: x0 y0 z1; W2 -: x0 y1 z1");
}

TEST(MturkResults, TheHitsOwnNameWinsOverTheirId) {
  Intake intake;
  EXPECT_EQ(ReadMturk("HITId,WorkerId,Input.images,Input.hit,Answer.groups\n"
                      "H1,W1," +
                          kRowItems +
                          ",h7,\"[1,1,2]\"\n"
                          "H2,W1," +
                          kRowItems + ",,\"[1,1,2]\"\n",
                      &intake),
            "W1 h7: x0 y0 z1; W1 H2: x0 y0 z1");
}

TEST(MturkResults, AReviewWinsOverTheStatus) {
  Intake intake;
  EXPECT_EQ(
      ReadMturk(
          kResultsHeader + Line({.assignment = "A1", .worker = "W1", .status = "Rejected"}) +
              Line({.assignment = "A2", .worker = "W2", .status = "Rejected", .approve = "x"}) +
              Line({.assignment = "A3", .worker = "W3", .status = "Approved", .reject = "too fast"}) +
              Line(
                  {.assignment = "A4", .worker = "W4", .status = "Approved", .approve = "X", .reject = " "}) +
              Line({.assignment = "A5", .worker = "W5", .status = ""}),
          &intake),
      "W2 H1: x0 y1 z0; W4 H1: x0 y1 z0; W5 H1: x0 y1 z0");
  EXPECT_THAT(intake.by_status, ElementsAre(Pair("REJECTED", 2)));
}

TEST(MturkResults, WhatDoesNotCountIsNotLookedAt) {
  Intake intake;
  EXPECT_EQ(
      ReadMturk(kResultsHeader + Line({.status = "Rejected", .seconds = "?", .items = "?", .groups = "?"}),
                &intake),
      "");
  EXPECT_THAT(intake.by_status, ElementsAre(Pair("REJECTED", 1)));
}

TEST(MturkResults, GoldenHitsAreLeftOut) {
  Intake intake;
  EXPECT_EQ(ReadMturk(kResultsHeader + Line({.assignment = "A1", .worker = "W1", .golden = "1"}) +
                          Line({.assignment = "A2", .worker = "W2", .golden = "False"}) +
                          Line({.assignment = "A3", .worker = "W3", .golden = "0"}),
                      &intake),
            "W2 H1: x0 y1 z0; W3 H1: x0 y1 z0");
  EXPECT_EQ(intake.golden, 1);
}

TEST(MturkResults, SaysWhichRowIsWrong) {
  EXPECT_EQ(RefusedMturk(kResultsHeader + Line({}) +
                         Line({.assignment = "A2", .worker = "W2", .groups = "\"[1,2]\""})),
            "a.csv:3: 2 groups for 3 items; give every item one group or null");
  EXPECT_EQ(RefusedMturk(kResultsHeader + Line({.groups = ""})),
            "a.csv:2: 0 groups for 3 items; give every item one group or null");
  EXPECT_EQ(RefusedMturk(kResultsHeader + Line({.groups = "?"})),
            "a.csv:2: Answer.groups: invalid JSON at byte 1; check quotes, commas and brackets");
  EXPECT_EQ(RefusedMturk(kResultsHeader + Line({.items = "[1]"})),
            "a.csv:2: element 1 of Input.images is 1; ids are strings in quotes, since 1.1 is not 1.10");
  EXPECT_EQ(RefusedMturk(kResultsHeader + Line({.worker = ""})),
            "a.csv:2: an empty worker; name who answered");
  EXPECT_EQ(RefusedMturk(kResultsHeader + Line({.seconds = "soon"})),
            "a.csv:2: seconds are 'soon'; a number from 0 up, or nothing");
  EXPECT_EQ(RefusedMturk(kResultsHeader + Line({.approve = "no"})),
            "a.csv:2: Approve is 'no'; it is x or nothing");
  EXPECT_EQ(RefusedMturk(kResultsHeader + Line({.approve = "x", .reject = "bad"})),
            "a.csv:2: both Approve and Reject are filled; empty one of them");
}

TEST(MturkResults, SaysWhichColumnIsMissing) {
  EXPECT_EQ(RefusedMturk("WorkerID,Input.images,Answer.groups\n"),
            "a.csv:1: no column 'WorkerId'; nearest is 'WorkerID' (columns: WorkerID, Input.images, "
            "Answer.groups)");
  EXPECT_EQ(RefusedMturk("WorkerId,Input.image,Answer.groups\n"),
            "a.csv:1: no column 'Input.images'; nearest is 'Input.image' (columns: WorkerId, Input.image, "
            "Answer.groups)");
  EXPECT_EQ(RefusedMturk("WorkerId,Input.images,Answer.group\n"),
            "a.csv:1: no column 'Answer.groups'; nearest is 'Answer.group' (columns: WorkerId, Input.images, "
            "Answer.group)");
}

}  // namespace
}  // namespace crowdclust
