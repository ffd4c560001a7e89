#include "answers/golden_text.h"

#include <gtest/gtest.h>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

TEST(SaysGolden, AnyTextButThoseThatSayNo) {
  for (const char* no : {"", " ", "\t\r\n", "0", " 0 ", "false", "FALSE", "False "}) {
    EXPECT_FALSE(SaysGolden(no)) << no;
  }
  for (const char* yes : {"1", "true", "yes", "[1,2]", "00", "falsee", "fals", "x"}) {
    EXPECT_TRUE(SaysGolden(yes)) << yes;
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
