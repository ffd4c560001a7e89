#include "answers/golden_text.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace crowdclust
