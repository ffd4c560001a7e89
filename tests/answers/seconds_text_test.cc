#include "answers/seconds_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/answers/reading.h"

namespace crowdclust {
namespace {

TEST(SecondsText, IsReadAsTheSameSeconds) {
  for (const double seconds : {0.0, 71.8, 1.0 / 3, 1e-9, 1e22, 123456789.125}) {
    EXPECT_EQ(ParseSeconds(SecondsText(seconds), "f", 1), seconds);
  }
  EXPECT_EQ(SecondsText(12.5), "12.5");
  EXPECT_EQ(SecondsText(std::numeric_limits<double>::quiet_NaN()), "");
  EXPECT_TRUE(std::isnan(ParseSeconds("", "f", 1)));
}

TEST(ParseSeconds, RefusesAllElse) {
  for (const char* cell : {"-1", "x", "1s", " 1", "nan", "inf", "1e999"}) {
    EXPECT_EQ(testing::ErrorOf([&] { ParseSeconds(cell, "f", 3); }),
              std::string("f:3: seconds are '") + cell + "'; a number from 0 up, or nothing");
  }
}

}  // namespace
}  // namespace crowdclust
