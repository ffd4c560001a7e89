#include "base/iso_time.h"

#include <gtest/gtest.h>

#include <limits>

namespace crowdclust {
namespace {

TEST(ParseIsoTime, KnownTimes) {
  EXPECT_EQ(ParseIsoTime("1970-01-01T00:00:00"), 0);
  EXPECT_EQ(ParseIsoTime("1970-01-02T00:00:01.5"), 86401.5);
  EXPECT_EQ(ParseIsoTime("2024-02-29 12:34:56Z"), 1709210096);
  EXPECT_EQ(ParseIsoTime("1969-12-31T23:59:59"), -1);
}

TEST(ParseIsoTime, OtherTextsAreNone) {
  for (const char* text :
       {"", "2024", "2024-02-30T00:00:00", "2023-02-29T00:00:00", "2024-13-01T00:00:00",
        "2024-01-01T24:00:00", "2024-01-01T00:60:00", "2024-01-01T00:00:61", "2024-01-01T00:00",
        "2024-1-1T00:00:00", "2024-01-01T00:00:00.", "2024-01-01T00:00:00+03:00", "2024-01-01T00:00:00Zx",
        "2024/01/01T00:00:00", "Sat Jul 13 12:21:40 PDT 2019"}) {
    EXPECT_EQ(ParseIsoTime(text), std::nullopt) << text;
  }
}

TEST(IsoTime, WritesWhatIsReadBack) {
  EXPECT_EQ(IsoTime(0), "1970-01-01T00:00:00.000");
  EXPECT_EQ(IsoTime(1709288430.25), "2024-03-01T10:20:30.250");
  EXPECT_EQ(IsoTime(0.0005), "1970-01-01T00:00:00.001");
  EXPECT_EQ(IsoTime(253402300799.999), "9999-12-31T23:59:59.999");
  for (const double seconds : {0.001, 12.5, 86399.999, 86400.0, 951782400.0, 253402300799.0}) {
    ASSERT_TRUE(IsoTime(seconds)) << seconds;
    EXPECT_EQ(ParseIsoTime(*IsoTime(seconds)), seconds);
  }
}

TEST(IsoTime, WritesNothingBeyondItsYears) {
  for (const double seconds : {-1.0, 253402300800.0, 1e300, std::numeric_limits<double>::infinity(),
                               std::numeric_limits<double>::quiet_NaN()}) {
    EXPECT_EQ(IsoTime(seconds), std::nullopt) << seconds;
  }
}

}  // namespace
}  // namespace crowdclust
