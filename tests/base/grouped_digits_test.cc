#include "base/grouped_digits.h"

#include <gtest/gtest.h>

#include <limits>

namespace crowdclust {
namespace {

TEST(GroupDigits, EveryThreeFromTheRight) {
  EXPECT_EQ(GroupDigits(0), "0");
  EXPECT_EQ(GroupDigits(999), "999");
  EXPECT_EQ(GroupDigits(1000), "1,000");
  EXPECT_EQ(GroupDigits(44625), "44,625");
  EXPECT_EQ(GroupDigits(1234567), "1,234,567");
  EXPECT_EQ(GroupDigits(-123), "-123");
  EXPECT_EQ(GroupDigits(-1234), "-1,234");
  EXPECT_EQ(GroupDigits(std::numeric_limits<std::int64_t>::min()), "-9,223,372,036,854,775,808");
}

TEST(MoneyText, ToTheHundredth) {
  EXPECT_EQ(MoneyText(0), "0.00");
  EXPECT_EQ(MoneyText(0.05), "0.05");
  EXPECT_EQ(MoneyText(28000), "28,000.00");
  EXPECT_EQ(MoneyText(1.999), "2.00");
}

}  // namespace
}  // namespace crowdclust
