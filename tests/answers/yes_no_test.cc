#include "answers/yes_no.h"

#include <gtest/gtest.h>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

TEST(ParseYesNo, KnowsSixWordsInAnyLetterCase) {
  for (const char* yes : {"1", "true", "TRUE", "True", "yes", "YES"}) EXPECT_EQ(ParseYesNo(yes), true) << yes;
  for (const char* no : {"0", "false", "FALSE", "no", "No"}) EXPECT_EQ(ParseYesNo(no), false) << no;
  for (const char* other : {"", "2", "01", "t", "y", " yes", "truely"}) {
    EXPECT_EQ(ParseYesNo(other), std::nullopt) << other;
  }
}

TEST(ParseGolden, NothingIsNo) {
  EXPECT_TRUE(ParseGolden("true", "a", 2));
  EXPECT_TRUE(ParseGolden("1", "a", 2));
  EXPECT_FALSE(ParseGolden("FALSE", "a", 2));
  EXPECT_FALSE(ParseGolden("0", "a", 2));
  EXPECT_FALSE(ParseGolden("", "a", 2));
  EXPECT_EQ(testing::ErrorOf([] { ParseGolden("gold", "a", 2); }),
            "a:2: golden is 'gold'; true, false or nothing");
}

}  // namespace
}  // namespace crowdclust
