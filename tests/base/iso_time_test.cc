#include "base/iso_time.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace crowdclust
