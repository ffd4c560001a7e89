#include "base/lower_case.h"

#include <gtest/gtest.h>

namespace crowdclust {
namespace {

TEST(LowerCase, ChangesLettersOfAsciiAlone) {
  EXPECT_EQ(LowerCase("AbZ@[`{09"), "abz@[`{09");
  EXPECT_EQ(LowerCase("Ärger É"), "Ärger É");
  EXPECT_EQ(LowerCase(""), "");
}

}  // namespace
}  // namespace crowdclust
