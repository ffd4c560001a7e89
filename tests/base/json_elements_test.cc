#include "base/json_elements.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "base/error.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "1@1 {…}": number, line and text of every element, then the error, where there is one.
std::vector<std::string> Split(std::string_view text) {
  std::vector<std::string> found;
  try {
    JsonElements elements(text, "f");
    for (JsonElement element; elements.Next(&element);) {
      found.push_back(std::to_string(element.number) + "@" + std::to_string(element.line) + " " +
                      std::string(element.text));
    }
  } catch (const InputError& error) {
    found.emplace_back(error.what());
  }
  return found;
}

TEST(JsonElements, GivesEachWithNumberAndLine) {
  EXPECT_THAT(Split("[1,2]"), ElementsAre("1@1 1", "2@1 2"));
  EXPECT_THAT(Split("\n [ {\"a\":\n1} ,\n\n [2, [3]]\r\n]\n "),
              ElementsAre("1@2 {\"a\":\n1}", "2@5 [2, [3]]"));
  EXPECT_THAT(Split("[]"), IsEmpty());
  EXPECT_THAT(Split("[ \n ] \n"), IsEmpty());
}

TEST(JsonElements, BracketsAndCommasInStringsAreText) {
  EXPECT_THAT(Split(R"(["],[","\"]\\",{"a]":"}"}])"),
              ElementsAre(R"(1@1 "],[")", R"(2@1 "\"]\\")", R"(3@1 {"a]":"}"})"));
}

TEST(JsonElements, RefusesWhatIsNoArray) {
  EXPECT_THAT(Split("\n{}"), ElementsAre("f:2: the file is no JSON array; it must begin with '['"));
  EXPECT_THAT(Split(" "), ElementsAre("f:1: the file is no JSON array; it must begin with '['"));
  EXPECT_THAT(Split("[1]\n]"),
              ElementsAre("1@1 1", "f:2: text after the end of the array; a file holds one array"));
  EXPECT_THAT(Split("[][]"), ElementsAre("f:1: text after the end of the array; a file holds one array"));
}

TEST(JsonElements, RefusesACutOffArray) {
  const auto never = [](const std::string& place, int element) {
    return place + ": element " + std::to_string(element) +
           " of the array never ends; the file is cut off or lacks a bracket";
  };
  EXPECT_THAT(Split("["), ElementsAre(never("f:1", 1)));
  EXPECT_THAT(Split("[1,\n"), ElementsAre("1@1 1", never("f:2", 2)));
  EXPECT_THAT(Split("[1,\n{\"a\":[1}]"), ElementsAre("1@1 1", never("f:2", 2)));
  EXPECT_THAT(Split("[\"]"), ElementsAre(never("f:1", 1)));
  EXPECT_THAT(Split("[\"\\\"]"), ElementsAre(never("f:1", 1)));
  EXPECT_THAT(Split("[\"\\"), ElementsAre(never("f:1", 1)));
}

TEST(JsonElements, RefusesEmptyElementsAndWrongBrackets) {
  EXPECT_THAT(Split("[1,\n,2]"),
              ElementsAre("1@1 1", "f:2: element 2 of the array is empty; take out a comma"));
  EXPECT_THAT(Split("[1,]"), ElementsAre("1@1 1", "f:1: element 2 of the array is empty; take out a comma"));
  EXPECT_THAT(Split("[1}"), ElementsAre("f:1: '}' after element 1 of the array, where ',' or ']' is due"));
}

}  // namespace
}  // namespace crowdclust
