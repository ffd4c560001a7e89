#include "base/trimmed.h"

#include <gtest/gtest.h>

namespace crowdclust {
namespace {

TEST(Trimmed, TakesOffWhatStandsAround) {
  EXPECT_EQ(Trimmed(" \t a b\r\n"), "a b");
  EXPECT_EQ(Trimmed("a"), "a");
  EXPECT_EQ(Trimmed(""), "");
  EXPECT_EQ(Trimmed(" \n"), "");
  EXPECT_EQ(Trimmed("xaxbx", "x"), "axb");
}

}  // namespace
}  // namespace crowdclust
