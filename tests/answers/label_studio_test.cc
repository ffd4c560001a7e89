#include "answers/label_studio.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cmath>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::IsEmpty;
using ::testing::Pair;
using testing::Spell;

const std::string kItemsField = R"("items":[{"id":"x","title":"X"},{"id":"y"},{"id":"z"}])";

// A result of one Ranker: x and z in g1, y in g2.
const std::string kResult =
    R"([{"from_name":"rank","to_name":"items","type":"ranker","value":{"ranker":{"g1":["z","x"],"g2":["y"]}}}])";

// An annotation of the full export, with more fields at its end.
std::string Annotation(int id, const std::string& worker, const std::string& more = "",
                       const std::string& result = kResult) {
  return fmt::format(R"({{"id":{},"completed_by":{},"result":{}{}}})", id, worker, result, more);
}

std::string Task(int id, const std::string& annotations, const std::string& more_data = "") {
  return fmt::format(R"({{"id":{},"data":{{{}{}}},"annotations":[{}],"predictions":[]}})", id, kItemsField,
                     more_data, annotations);
}

// A record of the short export.
std::string Record(const std::string& fields,
                   const std::string& rank = R"([{"ranker":{"g1":["x"],"g2":["y","z"]}}])") {
  return "{" + kItemsField + R"(,"rank":)" + rank + "," + fields + "}";
}

// The answers, spelt out; what was left out goes to `intake`.
std::string ReadTasks(const std::string& text, Intake* intake) {
  AnswersBuilder builder;
  ReadLabelStudio({text, "a.json"}, builder.Sink());
  *intake = builder.intake();
  return Spell(builder.Finish());
}

std::string RefusedTasks(const std::string& text) {
  return ErrorOf([&] {
    Intake intake;
    ReadTasks(text, &intake);
  });
}

TEST(LabelStudio, ReadsTasks) {
  AnswersBuilder builder;
  ReadLabelStudio({"[" + Task(11, Annotation(1, "7", R"(,"lead_time":4.25)") + "," + Annotation(2, "8")) +
                       ",\n" + Task(12, Annotation(3, "7")) + "]",
                   "a.json"},
                  builder.Sink());
  EXPECT_THAT(builder.intake().ignored_columns, IsEmpty());
  const Answers answers = builder.Finish();
  EXPECT_EQ(Spell(answers), "7 11: x0 y1 z0; 8 11: x0 y1 z0; 7 12: x0 y1 z0");
  EXPECT_EQ(answers.seconds[0], 4.25);
  EXPECT_TRUE(std::isnan(answers.seconds[1]));
}

TEST(LabelStudio, ReadsTheShortExport) {
  AnswersBuilder builder;
  const std::string text =
      "[" +
      Record(R"("id":11,"annotator":7,"annotation_id":1,"created_at":"","updated_at":"","lead_time":3)") +
      "," + Record(R"("id":11,"annotator":{"id":8,"email":"b@x"},"annotation_id":2,"agreement":0.5)") + "," +
      Record(R"("id":12,"annotator":"c@x","annotation_id":3)", R"({"g1":["x","y"]})") + "]";
  ReadLabelStudio({text, "a.json"}, builder.Sink());
  EXPECT_THAT(builder.intake().ignored_columns, IsEmpty());
  EXPECT_EQ(builder.intake().items_without_group, 1);
  const Answers answers = builder.Finish();
  EXPECT_EQ(Spell(answers), "7 11: x0 y1 z1; b@x 11: x0 y1 z1; c@x 12: x0 y0");
  EXPECT_EQ(answers.seconds[0], 3);
}

TEST(LabelStudio, TheHitsOwnNameWinsOverTheTasksId) {
  Intake intake;
  EXPECT_EQ(ReadTasks("[" + Task(11, Annotation(1, "7"), R"(,"hit":"h1")") + "," +
                          Task(12, Annotation(2, "7"), R"(,"hit":"")") + "," +
                          Record(R"("hit":"h3","id":13,"annotator":7,"annotation_id":3)") + "]",
                      &intake),
            "7 h1: x0 y1 z0; 7 12: x0 y1 z0; 7 h3: x0 y1 z1");
  EXPECT_EQ(RefusedTasks("[" + Task(11, Annotation(1, "7"), R"(,"hit":1.10)") + "]"),
            "a.json:1: task 1: field 'hit' is 1.1; ids are strings in quotes, since 1.1 is not 1.10");
}

TEST(LabelStudio, AnExportWithoutTasksIsSaidToBeOne) {
  EXPECT_EQ(RefusedTasks("[]"), "a.json: an export without tasks; export a project that has some");
}

TEST(LabelStudio, CancelledAnnotationsAreLeftOutAndNotLookedAt) {
  Intake intake;
  EXPECT_EQ(ReadTasks("[" +
                          Task(11, Annotation(1, "7", R"(,"was_cancelled":true,"lead_time":"?")", "7") + "," +
                                       Annotation(2, "8", R"(,"was_cancelled":false)")) +
                          R"(,{"id":12,"data":{},"annotations":[)" +
                          Annotation(3, "7", R"(,"was_cancelled":true)") + "]}]",
                      &intake),
            "8 11: x0 y1 z0");
  EXPECT_THAT(intake.by_status, ElementsAre(Pair("SKIPPED", 2)));
}

TEST(LabelStudio, TasksWithoutAnnotationsAreCounted) {
  Intake intake;
  EXPECT_EQ(ReadTasks("[" + Task(11, "") + R"(,{"id":12,"data":{},"annotations":null},)" +
                          R"({"id":13,"annotator":null,"annotation_id":null},)" +
                          Task(14, Annotation(3, "7")) + "]",
                      &intake),
            "7 14: x0 y1 z0");
  EXPECT_THAT(intake.by_status, ElementsAre(Pair("UNANSWERED", 3)));
}

TEST(LabelStudio, GoldenTasksAndGroundTruthAreLeftOut) {
  Intake intake;
  EXPECT_EQ(
      ReadTasks("[" + Task(11, Annotation(1, "7") + "," + Annotation(2, "8"), R"(,"golden":true)") + "," +
                    Task(12,
                         Annotation(3, "7", R"(,"ground_truth":true)") + "," +
                             Annotation(4, "8", R"(,"ground_truth":false)"),
                         R"(,"golden":false)") +
                    "," + Record(R"("golden":"1","id":13,"annotator":7,"annotation_id":5)") + "]",
                &intake),
      "8 12: x0 y1 z0");
  EXPECT_EQ(intake.golden, 4);
}

TEST(LabelStudio, DataOfTheShortExportIsNoGroundTruth) {
  Intake intake;
  EXPECT_EQ(ReadTasks("[" + Record(R"("id":13,"annotator":7,"annotation_id":5,"ground_truth":"fruit")") + "]",
                      &intake),
            "7 13: x0 y1 z1");
  EXPECT_THAT(intake.ignored_columns, ElementsAre("ground_truth"));
}

TEST(LabelStudio, WhatIsLeftInTheListHasNoGroup) {
  Intake intake;
  const auto result = [](const std::string& buckets) {
    return R"([{"from_name":"rank","type":"ranker","value":{"ranker":)" + buckets + "}}]";
  };
  EXPECT_EQ(ReadTasks("[" +
                          Task(11, Annotation(1, "7", "", result(R"({"g":["y","x"]})")) + "," +
                                       Annotation(2, "8", "", result(R"({"_":["z","y"],"g":["x"]})")) + "," +
                                       Annotation(3, "9", "", "[]")) +
                          "]",
                      &intake),
            "7 11: x0 y0; 8 11: x0");
  EXPECT_EQ(intake.items_without_group, 6);
  EXPECT_EQ(intake.without_pairs, 2);
}

TEST(LabelStudio, NamesFieldsAndResultsThatAreNotRead) {
  AnswersBuilder builder;
  const std::string note =
      R"([{"from_name":"note","type":"textarea","value":{"text":["?"]}},)" + kResult.substr(1);
  ReadLabelStudio(
      {"[" + Task(11, Annotation(1, "7", "", note), R"(,"about":"fruit","golden":false)") + "," +
           Record(R"("id":12,"annotator":7,"annotation_id":2,"mood":[{"choices":["good"]}])") + "]",
       "a.json"},
      builder.Sink());
  EXPECT_THAT(builder.intake().ignored_columns, ElementsAre("about", "mood", "note"));
}

TEST(LabelStudio, SaysWhichTaskIsWrong) {
  const std::string good = Task(11, Annotation(1, "7"));
  EXPECT_EQ(RefusedTasks("[" + good + ",\n{\"id\":12,\n\"annotations\":[}]"),
            "a.json:2: element 2 of the array never ends; the file is cut off or lacks a bracket");
  EXPECT_EQ(RefusedTasks("[" + good + ",\n{\"id\":12,\n\"annotations\" []}]"),
            "a.json:3: task 2: invalid JSON at byte 25; check quotes, commas and brackets");
  EXPECT_EQ(RefusedTasks("[" + good + ",\n{\"id\":12,\"id\":13}]"),
            "a.json:2: task 2: field 'id' stands twice in one object");
  EXPECT_EQ(RefusedTasks("[" + good + ",\n\n7]"), "a.json:3: task 2 is 7; an object is needed");
  EXPECT_EQ(
      RefusedTasks("[" + good + ",{\"id\":12}]"),
      "a.json:1: task 2: neither 'annotations' nor 'annotation_id'; export the project as JSON or JSON_MIN");
  EXPECT_EQ(RefusedTasks(R"([{"annotations":[7]}])"),
            "a.json:1: task 1: no object 'data'; export the project as JSON or JSON_MIN");
  EXPECT_EQ(RefusedTasks(R"([{"data":{},"annotations":7}])"),
            "a.json:1: task 1: field 'annotations' is 7; an array is needed");
  EXPECT_EQ(RefusedTasks(R"({"data":{},"annotations":[]})"),
            "a.json:1: the file is no JSON array; it must begin with '['");
}

TEST(LabelStudio, SaysWhichAnnotationIsWrong) {
  const auto refused = [](const std::string& annotation) {
    return RefusedTasks("[\n" + Task(11, Annotation(1, "7") + "," + annotation) + "]");
  };
  const std::string where = "a.json:2: task 1: annotation 2";
  EXPECT_EQ(refused("5"), where + " is 5; an object is needed");
  EXPECT_EQ(refused(R"({"id":2})"), where + ": no array 'result'; export the project as JSON or JSON_MIN");
  EXPECT_EQ(refused(R"({"id":2,"was_cancelled":1})"),
            where + ": field 'was_cancelled' is 1; true or false is needed");
  EXPECT_EQ(refused(Annotation(2, "8", R"(,"lead_time":-1)")),
            where + ": field 'lead_time' is -1; seconds are a number from 0 to 1000000000");
  EXPECT_EQ(refused(Annotation(2, "8", "", R"([{"type":"choices","from_name":"c"}])")),
            where +
                ": the result 'c' of type 'choices', where groups are the buckets of a Ranker; ask with a "
                "Ranker, or take these annotations out");
  EXPECT_EQ(
      refused(Annotation(2, "8", "", R"([{"type":"ranker","from_name":"r","value":{"ranker":["x"]}}])")),
      where + ": 'r' is a ranking without buckets; give the Ranker a Bucket for each group");
  EXPECT_EQ(refused(Annotation(2, "null")), "a.json:2: an empty worker; name who answered");
  EXPECT_EQ(RefusedTasks(R"([{"data":{},"annotations":[{"id":1,"result":[]}]}])"),
            "a.json:1: task 1: no list of items; an array of objects with 'id', such as "
            "\"items\":[{\"id\":\"x\"},{\"id\":\"y\"}], is needed in the task's data");
}

}  // namespace
}  // namespace crowdclust
