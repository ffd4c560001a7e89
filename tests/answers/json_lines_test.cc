#include "answers/json_lines.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::Pair;
using testing::Spell;

std::string RefusedJson(std::string_view text) {
  return ErrorOf([&] {
    AnswersBuilder builder;
    ReadJsonLines({text, "a.jsonl"}, builder.Sink());
  });
}

TEST(JsonLines, ReadsALine) {
  AnswersBuilder builder;
  ReadJsonLines(
      {R"({"assignment":"a1","hit":"h1","worker":"w1","items":["x","y","z"],"groups":[1,"b",1],"seconds":12.5})"
       "\r\n\n"
       R"({"worker":"w2","items":["y","q"],"groups":["b",null]})",
       "a.jsonl"},
      builder.Sink());
  EXPECT_EQ(builder.intake().items_without_group, 1);
  const Answers answers = builder.Finish();
  EXPECT_EQ(Spell(answers), "w1 h1: x0 y1 z0; w2 -: y0");
  EXPECT_EQ(answers.seconds[0], 12.5);
  EXPECT_TRUE(std::isnan(answers.seconds[1]));
}

TEST(JsonLines, StatusAndGolden) {
  AnswersBuilder builder;
  ReadJsonLines({R"({"worker":"w1","status":"SKIPPED"}
{"worker":"w1","items":["x","y"],"groups":[1,1],"status":"rejected"}
{"worker":"w1","items":["x","y"],"groups":[1,1],"golden":true}
{"worker":"w1","items":["x","y"],"groups":[1,1],"golden":false,"status":"SUBMITTED"})",
                 "a.jsonl"},
                builder.Sink());
  EXPECT_THAT(builder.intake().by_status, ElementsAre(Pair("REJECTED", 1), Pair("SKIPPED", 1)));
  EXPECT_EQ(builder.intake().golden, 1);
  EXPECT_EQ(builder.intake().assignments, 1);
}

TEST(JsonLines, IdsAreTexts) {
  AnswersBuilder builder;
  ReadJsonLines({R"({"assignment":"1.1","worker":"w","items":["1","01"],"groups":[1,1]}
{"assignment":"1.10","worker":"w","items":["1","01"],"groups":[1,1]})",
                 "a.jsonl"},
                builder.Sink());
  EXPECT_EQ(builder.intake().assignments, 2);
  EXPECT_EQ(RefusedJson(R"({"assignment":1.10,"worker":"w","items":["x"],"groups":[1]})"),
            "a.jsonl:1: field 'assignment' is 1.1; ids are strings in quotes, since 1.1 is not 1.10");
  EXPECT_EQ(RefusedJson(R"({"worker":7,"items":["x"],"groups":[1]})"),
            "a.jsonl:1: field 'worker' is 7; ids are strings in quotes, since 1.1 is not 1.10");
  EXPECT_EQ(RefusedJson(R"({"worker":"w","items":["x",3],"groups":[1,1]})"),
            "a.jsonl:1: item 2 is 3; ids are strings in quotes, since 1.1 is not 1.10");
}

TEST(JsonLines, LinesReadInFullAndQuicklySayTheSame) {
  // A group 2.0 is not read the quick way.
  AnswersBuilder builder;
  ReadJsonLines(
      {
          R"({"assignment":"a","hit":"h","worker":"w","items":["x","y","z"],"groups":[2,2,"c"],"seconds":3}
{"worker":"v","items":["z","x"],"groups":[2.0,2],"golden":false}
{"worker":"u","items":["y","x"],"groups":[2,2],"golden":false})",
          "a.jsonl"},
      builder.Sink());
  const Answers answers = builder.Finish();
  EXPECT_EQ(Spell(answers), "w h: x0 y0 z1; v -: z0 x0; u -: y0 x0");
  EXPECT_TRUE(std::isnan(answers.seconds[1]));
}

TEST(JsonLines, WithoutOneOfTheArraysThereIsNoAnswer) {
  EXPECT_EQ(RefusedJson(R"({"worker":"w"})"), "a.jsonl:1: field 'items' is missing; an array is needed");
  EXPECT_EQ(RefusedJson(R"({"worker":"w","groups":[1]})"),
            "a.jsonl:1: field 'items' is missing; an array is needed");
  EXPECT_EQ(RefusedJson(R"({"worker":"w","status":"SKIPPED","groups":[1]})"),
            "a.jsonl:1: field 'groups' is unknown; nearest is 'worker' (known: assignment, hit, worker, "
            "status, golden, seconds)");
}

TEST(JsonLines, RefusesWhatIsWrong) {
  EXPECT_EQ(RefusedJson("{\"worker\":\"w\",\"items\":[\"x\"],\"groups\":[1]}\n\n{\"worker\":"),
            "a.jsonl:3: invalid JSON at byte 11; check quotes, commas and brackets");
  EXPECT_EQ(RefusedJson("[1]"), "a.jsonl:1: an object {…} is needed, not array");
  EXPECT_EQ(
      RefusedJson(R"({"worker":"w","items":["x"],"gruops":[1]})"),
      "a.jsonl:1: field 'gruops' is unknown; nearest is 'groups' (known: assignment, hit, worker, status, "
      "golden, seconds, items, groups)");
  EXPECT_EQ(RefusedJson(R"({"wroker":"w","itms":["x"],"groups":[1]})"),
            "a.jsonl:1: field 'itms' is unknown; nearest is 'items' (known: assignment, hit, worker, status, "
            "golden, seconds, items, groups)");
  EXPECT_EQ(
      RefusedJson(R"({"worker":"w","items":["x"],"groups":[1],"secnds":3})"),
      "a.jsonl:1: field 'secnds' is unknown; nearest is 'seconds' (known: assignment, hit, worker, status, "
      "golden, seconds, items, groups)");
  EXPECT_EQ(RefusedJson(R"({"items":["x"],"groups":[1]})"),
            "a.jsonl:1: field 'worker' is missing; name who answered");
  EXPECT_EQ(RefusedJson(R"({"worker":"","items":["x"],"groups":[1]})"),
            "a.jsonl:1: an empty worker; name who answered");
  EXPECT_EQ(RefusedJson(R"({"worker":"w","items":["x","y"],"groups":[1]})"),
            "a.jsonl:1: 1 groups for 2 items; give every item one group or null");
  EXPECT_EQ(RefusedJson(R"({"worker":"w","items":["x"],"groups":[true]})"),
            "a.jsonl:1: group 1 is true; a group is a number, a string or null");
  EXPECT_EQ(RefusedJson(R"({"worker":"w","worker":"v","items":["x"],"groups":[1]})"),
            "a.jsonl:1: field 'worker' stands twice in one object");
  EXPECT_EQ(RefusedJson(R"({"worker":"w","items":["x"],"groups":[1],"seconds":-1})"),
            "a.jsonl:1: field 'seconds' is -1; must be in 0 to 1000000000");
  EXPECT_EQ(RefusedJson(R"({"worker":"w","items":["x"],"groups":[1],"golden":1})"),
            "a.jsonl:1: field 'golden' must be true or false, not 1");
}

}  // namespace
}  // namespace crowdclust
