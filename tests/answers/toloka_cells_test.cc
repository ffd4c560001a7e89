#include "answers/toloka_cells.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::IsEmpty;

const std::string kTolokaPlace = "a.tsv";

CellPlace At(std::string_view column) { return {kTolokaPlace, 17, column}; }

std::vector<std::string> Items(std::string_view cell) { return ReadTolokaItems(cell, At("INPUT:images")); }

std::vector<std::optional<std::string>> Groups(std::string_view cell) {
  return ReadTolokaGroups(cell, At("OUTPUT:result"));
}

TEST(TolokaCells, WithAndWithoutBrackets) {
  for (const std::string_view cell : {R"([{"group": 1},{"group": 2}])", R"({"group": 1},{"group": 2})",
                                      R"( [ {"group":1} , {"group":2} ] )"}) {
    EXPECT_THAT(Groups(cell), ElementsAre("1", "2")) << cell;
  }
  EXPECT_THAT(Groups(R"({"group": 1})"), ElementsAre("1"));
  EXPECT_THAT(Items(R"("one")"), ElementsAre("one"));
  EXPECT_THAT(Items(""), IsEmpty());
  EXPECT_THAT(Items("[]"), IsEmpty());
}

TEST(TolokaCells, CommasInsideObjectsAreUndone) {
  EXPECT_THAT(Groups(R"({"group": 1\,"name":"a\, b"},{"group": 2\,"name":"c"})"), ElementsAre("1", "2"));
}

TEST(TolokaCells, LegalEscapesAreKept) {
  EXPECT_THAT(Items(R"("a\"b","c\\d","\u00e9")"), ElementsAre("a\"b", "c\\d", "é"));
  const auto array = ParseTolokaArray(R"({"a":"x\\"\,"b":"say \"hi\"\, you"})", At("OUTPUT:result"));
  EXPECT_EQ(array, nlohmann::json::parse(R"([{"a":"x\\","b":"say \"hi\", you"}])"));
}

TEST(TolokaCells, LenientFormOfDoubledQuotes) {
  EXPECT_THAT(Groups(R"({""group"": 1},{""group"": ""b""})"), ElementsAre("1", "b"));
  EXPECT_THAT(Groups(R"({\"group\": 1\,\"x\": 2},{\"group\": 3})"), ElementsAre("1", "3"));
}

TEST(TolokaCells, GroupsAreNumbersTextsOrNone) {
  EXPECT_THAT(Groups(R"({"group":1},{"group":"1"},{"group":2.0},{"group":2.5},{"group":"cats"})"),
              ElementsAre("1", "1", "2", "2.5", "cats"));
  EXPECT_THAT(Groups(R"({"group":null},null,{},{"group":""})"),
              ElementsAre(std::nullopt, std::nullopt, std::nullopt, std::nullopt));
}

TEST(TolokaCells, RefusesWhatIsNoArray) {
  EXPECT_EQ(ErrorOf([] { Groups(R"({"group": 1)"); }),
            R"(a.tsv:17: OUTPUT:result is no array in JSON, with or without brackets: {"group": 1)");
  EXPECT_EQ(ErrorOf([] { Items("a.jpg,b.jpg"); }),
            "a.tsv:17: INPUT:images is no array in JSON, with or without brackets: a.jpg,b.jpg");
  EXPECT_NE(ErrorOf([] { Groups(R"({"group": 1e999})"); }), "no error");
}

TEST(TolokaCells, RefusesOtherElements) {
  EXPECT_EQ(ErrorOf([] { Items(R"("a",{"url":"b"})"); }),
            R"(a.tsv:17: element 2 of INPUT:images is {"url":"b"}; an item is a string in quotes)");
  EXPECT_EQ(ErrorOf([] { Items("1.10"); }),
            "a.tsv:17: element 1 of INPUT:images is 1.1; an item is a string in quotes");
  EXPECT_EQ(
      ErrorOf([] { Groups(R"({"group":1},{"grp":1})"); }),
      R"(a.tsv:17: element 2 of OUTPUT:result is {"grp":1}; one {"group": number, string or null} is needed for each item)");
  EXPECT_EQ(ErrorOf([] { Groups(R"({"group":true})"); }),
            "a.tsv:17: element 1 of OUTPUT:result is true; a group is a number, a string or null");
}

}  // namespace
}  // namespace crowdclust
