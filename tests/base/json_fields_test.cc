#include "base/json_fields.h"

#include <gmock/gmock.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "base/error.h"

namespace crowdclust {
namespace {

using nlohmann::json;

std::string ErrorOf(const std::function<void()>& run) {
  try {
    run();
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

std::string RefusedFields(const char* text, const std::function<void(JsonFields&)>& take) {
  return ErrorOf([&] {
    const json object = json::parse(text);
    JsonFields fields(object, "c.json");
    take(fields);
  });
}

TEST(ParseJson, GivesPlaceAndLine) {
  EXPECT_EQ(ParseJson("{\"a\": [1, 2]}", "f").at("a").size(), 2u);
  EXPECT_EQ(ErrorOf([] { ParseJson("{\"a\": 1,\n\"b\": }", "f"); }),
            "f:2: invalid JSON at byte 15; check quotes, commas and brackets");
  EXPECT_EQ(ErrorOf([] { ParseJson("{", "f", 7); }),
            "f:7: invalid JSON at byte 2; check quotes, commas and brackets");
  EXPECT_EQ(ErrorOf([] { ParseJson("", "f"); }),
            "f:1: invalid JSON at byte 1; check quotes, commas and brackets");
}

TEST(ParseJson, NamesThePartOfTheLine) {
  EXPECT_EQ(ErrorOf([] { ParseJson("{", "f", 7, "cell"); }),
            "f:7: cell: invalid JSON at byte 2; check quotes, commas and brackets");
  EXPECT_EQ(ErrorOf([] { ParseJson("[1e999]", "f", 7, "cell"); }),
            "f:7: cell: JSON with a number too large for any machine; write a smaller one");
  EXPECT_EQ(ErrorOf([] { ParseJson(R"({"b":1,"b":3})", "f", 7, "cell"); }),
            "f:7: cell: field 'b' stands twice in one object");
}

TEST(ParseJson, RefusesNumbersBeyondADouble) {
  EXPECT_EQ(ErrorOf([] { ParseJson("[1e999]", "f", 3); }),
            "f:3: JSON with a number too large for any machine; write a smaller one");
}

TEST(ParseJson, RefusesAFieldTwice) {
  EXPECT_EQ(ErrorOf([] { ParseJson(R"({"a":{"b":1,"c":[{"b":2}],"b":3}})", "f"); }),
            "f:1: field 'b' stands twice in one object");
  EXPECT_EQ(ParseJson(R"([{"a":{"a":1}},{"a":2}])", "f").size(), 2u) << "in two objects";
}

TEST(JsonFields, TakesFieldsOfEachType) {
  const json object = json::parse(R"({"name":"x","share":0.25,"count":3,"on":true,"list":[1]})");
  JsonFields fields(object, "c.json");
  EXPECT_TRUE(fields.Has("name"));
  EXPECT_FALSE(fields.Has("other"));
  EXPECT_EQ(fields.Text("name"), "x");
  EXPECT_EQ(fields.Text("title", "none"), "none");
  EXPECT_EQ(fields.Number("share", 1, 0, 1), 0.25);
  EXPECT_EQ(fields.Number("part", 0.5, 0, 1), 0.5);
  EXPECT_EQ(fields.Integer("count", 1, 0, 9), 3);
  EXPECT_TRUE(fields.Flag("on", false));
  EXPECT_TRUE(fields.Flag("off", true));
  EXPECT_EQ(fields.Array("list").size(), 1u);
  fields.Done();
}

TEST(JsonFields, RefusesWhatIsWrong) {
  EXPECT_EQ(RefusedFields("[1]", [](JsonFields&) {}), "c.json: an object {…} is needed, not array");
  EXPECT_EQ(RefusedFields(R"({"nmae":"x"})", [](JsonFields& f) { f.Text("name"); }),
            "c.json: field 'name' is missing; the fields here are nmae");
  EXPECT_EQ(RefusedFields(R"({"name":1.5})", [](JsonFields& f) { f.Text("name", ""); }),
            "c.json: field 'name' must be a string, not 1.5");
  EXPECT_EQ(RefusedFields(R"({"share":"1"})", [](JsonFields& f) { f.Number("share", 0, 0, 1); }),
            "c.json: field 'share' must be a number, not \"1\"");
  EXPECT_EQ(RefusedFields(R"({"share":1.5})", [](JsonFields& f) { f.Number("share", 0, 0, 1); }),
            "c.json: field 'share' is 1.5; must be in 0 to 1");
  EXPECT_EQ(RefusedFields(R"({"count":2.5})", [](JsonFields& f) { f.Integer("count", 0, 0, 9); }),
            "c.json: field 'count' is 2.5; must be a whole number");
  EXPECT_EQ(RefusedFields(R"({"on":1})", [](JsonFields& f) { f.Flag("on", false); }),
            "c.json: field 'on' must be true or false, not 1");
  EXPECT_EQ(RefusedFields(R"({"list":{}})", [](JsonFields& f) { f.Array("list"); }),
            "c.json: field 'list' must be an array, not object");
  EXPECT_EQ(RefusedFields(R"({"shar":1})",
                          [](JsonFields& f) {
                            f.Number("share", 0, 0, 1);
                            f.Text("name", "");
                            f.Done();
                          }),
            "c.json: field 'shar' is unknown; nearest is 'share' (known: share, name)");
}

}  // namespace
}  // namespace crowdclust
