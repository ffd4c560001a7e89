#include "answers/label_studio_fields.h"

#include <gmock/gmock.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using nlohmann::json;
using testing::ErrorOf;

TEST(FilledField, NullIsNone) {
  const json object = json::parse(R"({"a":null,"b":0})");
  EXPECT_EQ(FilledField(object, "a"), nullptr);
  EXPECT_EQ(FilledField(object, "c"), nullptr);
  ASSERT_NE(FilledField(object, "b"), nullptr);
  EXPECT_EQ(*FilledField(object, "b"), 0);
}

TEST(LabelStudioId, IsTextOrAWholeNumber) {
  const json object = json::parse(R"({"n":12,"t":"a7","minus":-1,"none":null,"half":1.5,"list":[1]})");
  EXPECT_EQ(LabelStudioId(object, "n", "w"), "12");
  EXPECT_EQ(LabelStudioId(object, "t", "w"), "a7");
  EXPECT_EQ(LabelStudioId(object, "minus", "w"), "-1");
  EXPECT_EQ(LabelStudioId(object, "none", "w"), "");
  EXPECT_EQ(LabelStudioId(object, "missing", "w"), "");
  EXPECT_EQ(ErrorOf([&] { LabelStudioId(object, "half", "w"); }),
            "w: field 'half' is 1.5; an id is a string or a whole number");
  EXPECT_EQ(ErrorOf([&] { LabelStudioId(object, "list", "w"); }),
            "w: field 'list' is [1]; an id is a string or a whole number");
}

TEST(LabelStudioWorker, IsAnIdOrAnObjectWithEmailOrId) {
  const auto worker = [](const char* who) {
    return LabelStudioWorker(json::parse(std::string(R"({"by":)") + who + "}"), "by", "w");
  };
  EXPECT_EQ(worker("7"), "7");
  EXPECT_EQ(worker(R"("ann@x.org")"), "ann@x.org");
  EXPECT_EQ(worker(R"({"id":7,"email":"ann@x.org","first_name":"Ann"})"), "ann@x.org");
  EXPECT_EQ(worker(R"({"id":7,"email":""})"), "7");
  EXPECT_EQ(worker(R"({"id":7,"email":null})"), "7");
  EXPECT_EQ(worker("{}"), "");
  EXPECT_EQ(worker("null"), "");
  EXPECT_EQ(ErrorOf([&] { worker("true"); }), "w: field 'by' is true; an id is a string or a whole number");
  EXPECT_EQ(ErrorOf([&] { worker(R"({"email":[]})"); }),
            "w: field 'by': field 'email' is []; an id is a string or a whole number");
}

TEST(LabelStudioFlag, IsTrueOrFalse) {
  const json object = json::parse(R"({"yes":true,"no":false,"none":null,"one":1})");
  EXPECT_TRUE(LabelStudioFlag(object, "yes", "w"));
  EXPECT_FALSE(LabelStudioFlag(object, "no", "w"));
  EXPECT_FALSE(LabelStudioFlag(object, "none", "w"));
  EXPECT_FALSE(LabelStudioFlag(object, "missing", "w"));
  EXPECT_EQ(ErrorOf([&] { LabelStudioFlag(object, "one", "w"); }),
            "w: field 'one' is 1; true or false is needed");
}

TEST(LabelStudioGolden, TakesTextsAndNumbersToo) {
  const auto golden = [](const char* value) {
    return LabelStudioGolden(json::parse(std::string(R"({"golden":)") + value + "}"), "w");
  };
  for (const char* yes : {"true", "1", "\"yes\"", "\"True\""}) EXPECT_TRUE(golden(yes)) << yes;
  for (const char* no : {"false", "0", "\"\"", "\"False\"", "null"}) EXPECT_FALSE(golden(no)) << no;
  EXPECT_FALSE(LabelStudioGolden(json::object(), "w"));
  EXPECT_EQ(ErrorOf([&] { golden("[1]"); }), "w: field 'golden' is [1]; true or false is needed");
}

TEST(LabelStudioSeconds, AreZeroOrMore) {
  const auto seconds = [](const char* value) {
    return LabelStudioSeconds(json::parse(std::string(R"({"lead_time":)") + value + "}"), "w");
  };
  EXPECT_EQ(seconds("4.288"), 4.288);
  EXPECT_EQ(seconds("0"), 0);
  EXPECT_TRUE(std::isnan(seconds("null")));
  EXPECT_TRUE(std::isnan(LabelStudioSeconds(json::object(), "w")));
  const std::string rule = "; seconds are a number from 0 to 1000000000";
  EXPECT_EQ(ErrorOf([&] { seconds("-1"); }), "w: field 'lead_time' is -1" + rule);
  EXPECT_EQ(ErrorOf([&] { seconds("\"4\""); }), "w: field 'lead_time' is \"4\"" + rule);
  EXPECT_EQ(ErrorOf([&] { seconds("1000000001"); }), "w: field 'lead_time' is 1000000001" + rule);
}

}  // namespace
}  // namespace crowdclust
