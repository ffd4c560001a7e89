#include "answers/group_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

using nlohmann::json;

TEST(GroupText, WholeNumbersAndTheirTextsAreOneGroup) {
  for (const char* text : {"2", "2.0", "\"2\"", "2e0"})
    EXPECT_EQ(GroupText(json::parse(text), "g"), "2") << text;
  EXPECT_EQ(GroupText(json::parse("-0.0"), "g"), "0");
  EXPECT_EQ(GroupText(json::parse("2.5"), "g"), "2.5");
  EXPECT_EQ(GroupText(json::parse("18446744073709551615"), "g"), "18446744073709551615");
  EXPECT_NE(GroupText(json::parse("1e300"), "g"), GroupText(json::parse("2e300"), "g"));
}

TEST(GroupText, NullAndNothingAreNone) {
  EXPECT_EQ(GroupText(json(), "g"), std::nullopt);
  EXPECT_EQ(GroupText(json(""), "g"), std::nullopt);
}

TEST(GroupText, RefusesTheRest) {
  EXPECT_EQ(testing::ErrorOf([] { GroupText(json::array({1}), "a:7: group 3"); }),
            "a:7: group 3 is [1]; a group is a number, a string or null");
}

}  // namespace
}  // namespace crowdclust
