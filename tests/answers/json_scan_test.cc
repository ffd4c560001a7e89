#include "answers/json_scan.h"

#include <gmock/gmock.h>

#include <array>
#include <cmath>

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ScanJsonLine, TakesEveryField) {
  JsonLineTexts texts;
  ASSERT_TRUE(ScanJsonLine(R"( {"groups":[1,"b",null,"",-2], "items":["x","\u00e9\n","z","u","v"],"seconds":3,
      "hit":"h","assignment":"a","worker":"w","status":"SUBMITTED","golden":true} )",
                           &texts));
  EXPECT_EQ(texts.hit + texts.assignment + texts.worker + texts.status, "hawSUBMITTED");
  EXPECT_TRUE(texts.golden && texts.has_items && texts.has_groups);
  EXPECT_EQ(texts.seconds, 3);
  EXPECT_THAT(texts.items, ElementsAre("x", "é\n", "z", "u", "v"));
  EXPECT_THAT(texts.groups, ElementsAre("1", "b", std::nullopt, std::nullopt, "-2"));
}

TEST(ScanJsonLine, NothingStaysOfTheLineBefore) {
  JsonLineTexts texts;
  ASSERT_TRUE(ScanJsonLine(
      R"({"hit":"h","assignment":"a","worker":"w","status":"s","golden":true,"seconds":1.5,"items":["x"],"groups":[1]})",
      &texts));
  ASSERT_TRUE(ScanJsonLine("{}", &texts));
  EXPECT_EQ(texts.hit + texts.assignment + texts.worker + texts.status, "");
  EXPECT_FALSE(texts.golden || texts.has_items || texts.has_groups);
  EXPECT_TRUE(std::isnan(texts.seconds));
  EXPECT_THAT(texts.items, IsEmpty());
  EXPECT_THAT(texts.groups, IsEmpty());
}

TEST(ScanJsonLine, LeavesAllElseToTheFullReader) {
  JsonLineTexts texts;
  for (const char* line : {"",
                           "1",
                           "[]",
                           "null",
                           R"("hit")",
                           "{",
                           R"({"hit":"a"} x)",
                           R"({"hit":"a"}{"hit":"b"})",
                           R"({"hit":"a","hit":"a"})",
                           R"({"hits":"a"})",
                           R"({"hit":1})",
                           R"({"hit":null})",
                           R"({"hit":["a"]})",
                           R"({"hit":{}})",
                           R"({"worker":true})",
                           R"({"golden":1})",
                           R"({"golden":"true"})",
                           R"({"golden":[true]})",
                           R"({"seconds":"1"})",
                           R"({"seconds":[1]})",
                           R"({"seconds":null})",
                           R"({"seconds":1e999})",
                           R"({"items":"a"})",
                           R"({"items":[1]})",
                           R"({"items":[null]})",
                           R"({"items":[["a"]]})",
                           R"({"items":[{"hit":"a"}]})",
                           R"({"groups":1})",
                           R"({"groups":null})",
                           R"({"groups":[2.0]})",
                           R"({"groups":[true]})",
                           R"({"groups":[[1]]})",
                           R"({"groups":[{}]})",
                           R"({"groups":[18446744073709551616]})",
                           R"({"items":["a",]})",
                           R"({"items":["a"],"items":["a"]})"}) {
    EXPECT_FALSE(ScanJsonLine(line, &texts)) << line;
  }
}

TEST(ScanStrings, TakesArraysOfStringsOnly) {
  std::vector<std::string> strings = {"before"};
  ASSERT_TRUE(ScanStrings(R"([ "a" , "b\"c" ])", &strings));
  EXPECT_THAT(strings, ElementsAre("a", "b\"c"));
  ASSERT_TRUE(ScanStrings("[]", &strings));
  EXPECT_THAT(strings, IsEmpty());
  for (const char* text : {"", R"("a")", R"([["a"]])", "[1]", "[null]", R"([{"a":"b"}])", R"(["a"]["b"])"})
    EXPECT_FALSE(ScanStrings(text, &strings)) << text;
}

TEST(ScanGroupObjects, TakesObjectsWithAGroupOnly) {
  std::vector<std::optional<std::string>> groups = {"before"};
  ASSERT_TRUE(ScanGroupObjects(
      R"([{"group":1},{"group":"b"},{"group":null},null,{},{"group":""},{"group":-3}])", &groups));
  EXPECT_THAT(groups, ElementsAre("1", "b", std::nullopt, std::nullopt, std::nullopt, std::nullopt, "-3"));
  ASSERT_TRUE(ScanGroupObjects("[]", &groups));
  EXPECT_THAT(groups, IsEmpty());
  for (const char* text :
       {"", R"({"group":1})", R"([[{"group":1}]])", "[1]", R"(["a"])", "null", "[true]", R"([{"grp":1}])",
        R"([{"group":1.0}])", R"([{"group":true}])", R"([{"group":[1]}])", R"([{"group":{}}])",
        R"([{"group":1,"group":2}])", R"([{"group":1,"name":"x"}])", R"([{"name":"x","group":1}])"}) {
    EXPECT_FALSE(ScanGroupObjects(text, &groups)) << text;
  }
}

TEST(FirstObjectHasOneOf, LooksIntoTheFirstObjectAlone) {
  constexpr std::array<std::string_view, 2> kFields = {"a", "b"};
  const auto has = [&](std::string_view text) { return FirstObjectHasOneOf(text, kFields); };
  for (const char* yes : {R"([{"a":1}])", R"( [ {"c":[{"d":[]}],"n":null,"t":true,"i":-1,"f":0.5,"b":"x"}])",
                          R"([{"c":1,"a":)", R"([{"c":"a","a":[}])"}) {
    EXPECT_TRUE(has(yes)) << yes;
  }
  for (const char* no : {"", "[", "[]", "[{}]", R"({"a":1})", R"([[{"a":1}]])", R"([1,{"a":1}])", R"(["a"])",
                         R"([{"c":{"a":1}}])", R"([{"c":[{"a":1}]}])", R"([{"c":1},{"a":1}])",
                         R"([{"c" "a":1}])", R"("a")", "true"}) {
    EXPECT_FALSE(has(no)) << no;
  }
}

}  // namespace
}  // namespace crowdclust
