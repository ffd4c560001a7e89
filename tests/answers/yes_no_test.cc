#include "answers/yes_no.h"

#include <gtest/gtest.h>

namespace crowdclust {
namespace {

TEST(ParseYesNo, KnowsSixWordsInAnyLetterCase) {
  for (const char* yes : {"1", "true", "TRUE", "True", "yes", "YES"}) EXPECT_EQ(ParseYesNo(yes), true) << yes;
  for (const char* no : {"0", "false", "FALSE", "no", "No"}) EXPECT_EQ(ParseYesNo(no), false) << no;
  for (const char* other : {"", "2", "01", "t", "y", " yes", "truely"}) {
    EXPECT_EQ(ParseYesNo(other), std::nullopt) << other;
  }
}

}  // namespace
}  // namespace crowdclust
