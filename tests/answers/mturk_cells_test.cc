#include "answers/mturk_cells.h"

#include <gmock/gmock.h>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using ::testing::ElementsAre;
using testing::ErrorOf;
using ::testing::IsEmpty;
using ::testing::Optional;
using ::testing::StrEq;

const std::string kPlace = "a.csv";
const CellPlace kAt = {kPlace, 7, "C"};
constexpr auto kNoGroup = std::nullopt;

TEST(MturkItems, AreAnArrayOfStrings) {
  EXPECT_THAT(ReadMturkItems(R"( ["x", "y,\"z"] )", kAt), ElementsAre("x", "y,\"z"));
  EXPECT_THAT(ReadMturkItems("", kAt), IsEmpty());
  EXPECT_EQ(ErrorOf([] { ReadMturkItems(R"(["x",1.10])", kAt); }),
            "a.csv:7: element 2 of C is 1.1; ids are strings in quotes, since 1.1 is not 1.10");
  EXPECT_EQ(ErrorOf([] { ReadMturkItems("x,y", kAt); }),
            "a.csv:7: C: invalid JSON at byte 1; check quotes, commas and brackets");
  EXPECT_EQ(ErrorOf([] { ReadMturkItems(R"({"a":1})", kAt); }),
            "a.csv:7: C is {\"a\":1}; a JSON array of strings is needed");
}

TEST(MturkGroups, AreAnArrayOfGroups) {
  EXPECT_THAT(
      ReadMturkGroups(R"([1, "b", null, "", 1.0])", kAt),
      ElementsAre(Optional(StrEq("1")), Optional(StrEq("b")), kNoGroup, kNoGroup, Optional(StrEq("1"))));
  EXPECT_THAT(ReadMturkGroups("", kAt), IsEmpty());
  EXPECT_EQ(ErrorOf([] { ReadMturkGroups("[1,true]", kAt); }),
            "a.csv:7: element 2 of C is true; a group is a number, a string or null");
  EXPECT_EQ(ErrorOf([] { ReadMturkGroups("3", kAt); }),
            "a.csv:7: C is 3; a JSON array with a group for each item is needed");
  EXPECT_EQ(ErrorOf([] { ReadMturkGroups("[1", kAt); }),
            "a.csv:7: C: invalid JSON at byte 3; check quotes, commas and brackets");
}

TEST(MturkTaskAnswers, HoldTheGroupsAsTextOrArray) {
  const auto expected = ElementsAre(Optional(StrEq("1")), kNoGroup, Optional(StrEq("2")));
  EXPECT_THAT(ReadMturkTaskAnswers(R"([{"groups":"[1,null,2]"}])", kAt), expected);
  EXPECT_THAT(ReadMturkTaskAnswers(R"([{"comment":{"a":1},"groups":[1,null,2]}])", kAt), expected);
  EXPECT_THAT(ReadMturkTaskAnswers(R"([{"groups":""}])", kAt), IsEmpty());
  EXPECT_THAT(ReadMturkTaskAnswers("", kAt), IsEmpty());
}

TEST(MturkTaskAnswers, SayWhatIsWrong) {
  const auto refused = [](std::string_view cell) {
    return ErrorOf([&] { ReadMturkTaskAnswers(cell, kAt); });
  };
  EXPECT_EQ(refused("{}"), "a.csv:7: C is {}; a JSON array of one object is needed");
  EXPECT_EQ(refused("[]"), "a.csv:7: C is []; a JSON array of one object is needed");
  EXPECT_EQ(refused("[{},{}]"), "a.csv:7: C is [{},{}]; a JSON array of one object is needed");
  EXPECT_EQ(refused("[1]"), "a.csv:7: C is [1]; a JSON array of one object is needed");
  EXPECT_EQ(refused(R"([{"group":[1],"note":""}])"),
            "a.csv:7: C has no field 'groups' (fields: group, note); name the form's answer 'groups'");
  EXPECT_EQ(refused(R"([{"groups":5}])"),
            "a.csv:7: groups of C is 5; a JSON array with a group for each item is needed");
  EXPECT_EQ(refused(R"([{"groups":"[1,"}])"),
            "a.csv:7: groups of C: invalid JSON at byte 4; check quotes, commas and brackets");
  EXPECT_EQ(refused(R"([{"groups":[[1]]}])"),
            "a.csv:7: element 1 of groups of C is [1]; a group is a number, a string or null");
  EXPECT_EQ(refused(R"([{"groups":[1],"groups":[2]}])"),
            "a.csv:7: C: field 'groups' stands twice in one object");
}

}  // namespace
}  // namespace crowdclust
