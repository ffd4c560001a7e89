#include "answers/assignment_status.h"

#include <gtest/gtest.h>

namespace crowdclust {
namespace {

TEST(CountsAsAnswer, InAnyLetterCase) {
  for (const char* status : {"", "ACCEPTED", "APPROVED", "SUBMITTED", "Accepted", "approved", "submitted"}) {
    EXPECT_TRUE(CountsAsAnswer(status)) << status;
  }
  for (const char* status : {"REJECTED", "SKIPPED", "EXPIRED", "ACTIVE", "ACCEPTED ", "ok", "ACCEPT"}) {
    EXPECT_FALSE(CountsAsAnswer(status)) << status;
  }
  EXPECT_EQ(StatusName("Rejected"), "REJECTED");
}

}  // namespace
}  // namespace crowdclust
